"""Fixing what can be proved: one rule that goes wrong in one document keeps no other fix back.

Where a proof fails or fixes never settle, the rules that changed the document are left out of it one by one
until one is found that does it. If none does it alone, the document keeps its bytes. Everything is proved
again each time, and a fix that reaches into what is left out is left out whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dlqa_lint.fixer.passes import Attempt, Barred, Check, CheckResult, FixResult, Place, attempt
from dlqa_lint.fixer.refusal_report import Refusal, Sources, diff_of


@dataclass(slots=True)
class _Search:
    """What is known so far: what is barred for good, what is being tried, and what is reported about it."""

    barred: set[Place] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    trials: dict[str, list[str]] = field(default_factory=dict)
    """The rules still to be tried in a document, the one at hand first."""
    troubles: dict[str, Refusal] = field(default_factory=dict)
    """The trouble of a document that is being searched, with all rules that may have made it."""
    refused: list[Refusal] = field(default_factory=list)

    @property
    def out(self) -> Barred:
        """All that the next attempt leaves out."""
        tried = ((path, rules[0]) for path, rules in self.trials.items())
        return Barred(frozenset((*self.barred, *tried)), frozenset(self.kept))

    def learn(self, made: Attempt, sources: Sources) -> None:
        """Take in what an attempt shows, and choose what the next one leaves out."""
        kept = frozenset(self.kept)
        for path in list(self.trials):
            if path not in made.troubled:
                self._found(path)
            else:
                self._next(path)
        new = [path for path in made.troubled if path not in self.trials and path not in self.kept]
        for path in new:
            self._begin(path, made)
        if made.troubled and kept.issuperset(made.troubled):
            # What is wrong is not due to what changed here: no change at all is the last resort.
            self._keep_all(made, sources)

    def _begin(self, path: str, made: Attempt) -> None:
        rules = tuple(rule for rule in made.troubled[path] if (path, rule) not in self.barred)
        diff = diff_of(made.before, made.state.sources, [path])
        self.troubles[path] = Refusal(path, rules, made.problem, diff)
        if rules:
            self.trials[path] = list(rules)
        else:
            self._keep(path)

    def _found(self, path: str) -> None:
        rule = self.trials.pop(path)[0]
        self.barred.add((path, rule))
        self.refused.append(self.troubles.pop(path)._replace(rules=(rule,)))

    def _next(self, path: str) -> None:
        del self.trials[path][0]
        if not self.trials[path]:
            del self.trials[path]
            self._keep(path)

    def _keep(self, path: str) -> None:
        self.kept.add(path)
        self.refused.append(self.troubles.pop(path)._replace(whole=True))

    def _keep_all(self, made: Attempt, sources: Sources) -> None:
        for path in made.result(sources).changed:
            self.troubles[path] = Refusal(path, (), made.problem, "")
            self._keep(path)


def fix_provable(sources: Sources, check: Check, *, unsafe: bool) -> FixResult:
    """Apply all fixes that can be proved; `refused` says which were left out, and why."""
    check = _remembered(check)
    first = check(sources)
    search = _Search()
    made = attempt(sources, first, check, unsafe=unsafe)
    while made.problem or search.trials:
        search.learn(made, sources)
        if not made.problem:
            break
        made = attempt(sources, first, check, unsafe=unsafe, barred=search.out)
    return made.result(sources, _merged(search.refused))


def _remembered(check: Check) -> Check:
    """A check that looks at each state of the texts once: what was left out is tried again in the next pass."""
    known: dict[tuple[str, ...], CheckResult] = {}

    def once(sources: Sources) -> CheckResult:
        texts = tuple(source.text for source in sources.values())
        if texts not in known:
            known[texts] = check(sources)
        return known[texts]

    return once


def _merged(refused: list[Refusal]) -> list[Refusal]:
    """The refusals by document; where it was kept whole, only that is reported."""
    whole: Mapping[str, Refusal] = {item.path: item for item in refused if item.whole}
    return sorted({item for item in refused if whole.get(item.path, item) is item})
