"""Passes: fixes are chosen, applied and looked for again until none is left, and what comes out is proved."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from dlqa_lint.fixer.bystanders import misread
from dlqa_lint.fixer.edits import apply, choose, translated
from dlqa_lint.fixer.proof import breaches
from dlqa_lint.fixer.readings import Breach, read_anew
from dlqa_lint.fixer.refusal_report import Refusal, Sources
from dlqa_lint.fixer.trace import Trace, TracedEdit
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit, Finding

PASSES = 10
_SHOWN = 10

Place = tuple[str, str]
"""A document's path and a rule that has fixes in it."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What linting a set of sources gives: the document of each path, and the findings."""

    documents: Mapping[str, Document]
    findings: Sequence[Finding]


Check = Callable[[Sources], CheckResult]
"""Parses and lints sources, given by path; it alone knows the settings. It may return further documents."""


@dataclass(frozen=True, slots=True)
class FixResult:
    """Proved fixes: the sources that they changed by path, how often each rule was applied, and what remains.

    `applied` counts fixes by the path and the rule of their findings.
    """

    changed: Sources
    applied: Mapping[tuple[str, str], int]
    findings: tuple[Finding, ...]
    passes: int
    refused: tuple[Refusal, ...] = ()
    """What was left out because it could not be proved."""


@dataclass(frozen=True, slots=True)
class State:
    """Sources on their way: the traces of their parts, and the findings whose fixes were applied."""

    sources: Sources
    traces: Mapping[str, Trace]
    applied: tuple[Finding, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """What tells one state from another."""
        return tuple(source.text for source in self.sources.values())


class Barred(NamedTuple):
    """What may not be fixed: rules in some documents, and whole documents."""

    places: frozenset[Place] = frozenset()
    paths: frozenset[str] = frozenset()

    def admits(self, finding: Finding) -> bool:
        """Whether a finding's fix reaches into nothing that is barred."""
        places = _places(finding)
        return self.places.isdisjoint(places) and not any(path in self.paths for path, _ in places)


_NOTHING = Barred()


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of fixing: the sources as they stand, and what is wrong with them, if anything.

    `troubled` are the documents in which something is wrong, each with the rules whose fixes may have done
    it, the likeliest first.
    """

    state: State
    last: CheckResult
    passes: int
    problem: str = ""
    troubled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    before: Sources = field(default_factory=dict)
    """The sources that a diff of the trouble begins with."""

    def result(self, sources: Sources, refused: Iterable[Refusal] = ()) -> FixResult:
        """The fixes that stand."""
        found = self.state.sources
        changed = {path: found[path] for path, source in sources.items() if found[path].text != source.text}
        counts = Counter((finding.path, finding.rule) for finding in self.state.applied)
        return FixResult(
            changed, dict(sorted(counts.items())), tuple(self.last.findings), self.passes, tuple(refused)
        )


def attempt(
    sources: Sources,
    first: CheckResult,
    check: Check,
    *,
    unsafe: bool,
    barred: Barred = _NOTHING,
) -> Attempt:
    """Fix sources, of which `first` is what linting gives, to a fixed point, and look whether it holds.

    Only `sources` are changed: a fix that reaches into another file is left alone. As the last check finds no
    fix to apply, a second run would change nothing.
    """
    last = first
    state = State(sources, {path: Trace.start(len(source.text)) for path, source in sources.items()})
    seen = {state.texts: 0}
    passes = 0
    while step := _step(state, last, check, barred, unsafe=unsafe):
        before, passes = state, passes + 1
        state, last = step
        problem, since = "", len(before.applied)
        if state.texts in seen:
            problem, since = "the fixes undo each other", seen[state.texts]
        elif passes > PASSES:
            problem = f"the fixes did not settle in {PASSES} passes"
        if problem:
            return Attempt(state, last, passes, problem, _suspects(state.applied[since:]), before.sources)
        seen[state.texts] = len(state.applied)
    broken = _broken(first, last, state) if passes else []
    if not broken:
        return Attempt(state, last, passes)
    problem = "the fixes would break their promise:\n" + "\n".join(_lines(broken, first.documents))
    return Attempt(state, last, passes, problem, _blamed(broken, state), sources)


def _step(
    state: State, last: CheckResult, check: Check, barred: Barred, *, unsafe: bool
) -> tuple[State, CheckResult] | None:
    """The next pass: the state after it and what linting that gives; None where no fix is left to apply.

    A rule whose fixes change how a document's other lines are read is left out there. It is tried again in the
    next pass, so that a second run does the same.
    """
    admitted = [found for found in last.findings if found.fix and barred.admits(found)]

    def tried(withheld: Set[Place]) -> _Trial | None:
        fitting = (found for found in admitted if withheld.isdisjoint(_places(found)))
        chosen = choose(fitting, state.sources, unsafe=unsafe)
        return _tried(state, last, check, chosen) if chosen else None

    withheld: dict[Place, None] = {}
    while (made := tried(withheld.keys())) and made.suspect:
        withheld[made.suspect] = None
        if len(withheld) == 2:
            # Mostly one rule does it: the one that was suspected before may be right.
            only = {made.suspect: None}
            if (again := tried(only.keys())) and not again.suspect:
                made, withheld = again, only
                break
    # Of more, so may those that were suspected before the last one.
    for place in list(withheld) if len(withheld) > 2 else ():
        fewer = withheld.keys() - {place}
        if (again := tried(fewer)) and not again.suspect:
            made = again
            del withheld[place]
    return (made.after, made.result) if made else None


class _Trial(NamedTuple):
    """What a pass with some fixes gives, and the rule to leave out where something is read otherwise then."""

    after: State
    result: CheckResult
    suspect: Place | None


def _tried(state: State, last: CheckResult, check: Check, chosen: Sequence[Finding]) -> _Trial:
    after, changes = _passed(state, chosen)
    result = check(after.sources)
    wrong = {
        path
        for path, made in changes.items()
        if path in result.documents and _misread(last.documents[path], result.documents[path], made)
    }
    # The rule that changes most is the likeliest cause; the others may be right without it.
    counts = Counter(place for finding in chosen for place in _places(finding))
    suspect = next((place for place, _ in counts.most_common() if place[0] in wrong), None)
    return _Trial(after, result, suspect)


def _misread(before: Document, after: Document, made: Sequence[TracedEdit]) -> bool:
    """Whether a pass changes how something is read that it did not mean."""
    if misread(before, after, made):
        return True
    # After some fixes Markdown reads the same words otherwise.
    return read_anew(before, after, Trace.start(len(before.source.text)).after(made).freed())


def _places(finding: Finding) -> list[tuple[str, str]]:
    """The path of each edit of a finding's fix, with the rule."""
    return [(edit.path, finding.rule) for edit in finding.fix.edits] if finding.fix else []


def _passed(state: State, chosen: Sequence[Finding]) -> tuple[State, Mapping[str, Sequence[TracedEdit]]]:
    """The state after the chosen fixes, and what they change by path."""
    edits: dict[str, dict[Edit, bool]] = {}
    for finding in chosen:
        for edit in finding.fix.edits if finding.fix else ():
            unsafe = finding.fix is not None and not finding.fix.safe
            made = edits.setdefault(edit.path, {})
            made[edit] = made.get(edit, False) or unsafe
    sources, traces = dict(state.sources), dict(state.traces)
    changes = {}
    for path, made in edits.items():
        source = state.sources[path]
        sources[path] = apply(source, made)
        changes[path] = [
            TracedEdit(edit.span, len(translated(edit, source)), unsafe) for edit, unsafe in made.items()
        ]
        traces[path] = traces[path].after(changes[path])
    return State(sources, traces, (*state.applied, *chosen)), changes


def _broken(first: CheckResult, last: CheckResult, state: State) -> list[Breach]:
    """Every breach of the promise."""
    freed = {path: trace.freed() for path, trace in state.traces.items()}
    return list(breaches(first.documents, last.documents, freed))


def _blamed(broken: Iterable[Breach], state: State) -> dict[str, tuple[str, ...]]:
    """The documents to whose fixes breaches are due, with the rules that were applied there.

    A link may lead astray because of what changed at its other end.
    """
    suspects = _suspects(state.applied)
    found: dict[str, tuple[str, ...]] = {}
    for breach in broken:
        near = [path for path in (breach.path, breach.elsewhere) if path in suspects]
        # Nothing was fixed in either: any fix may have done it.
        found |= {path: suspects[path] for path in near or suspects}
    return found


def _suspects(applied: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """The documents that findings changed, with the rules that did, the one with most changes first."""
    counts = Counter(place for finding in applied for place in _places(finding))
    found: dict[str, tuple[str, ...]] = {}
    for (path, rule), _ in counts.most_common():
        found[path] = (*found.get(path, ()), rule)
    return found


def _lines(broken: Sequence[Breach], documents: Mapping[str, Document]) -> Iterable[str]:
    for breach in broken[:_SHOWN]:
        line = documents[breach.path].source.position(breach.offset).line if breach.path in documents else 1
        yield f"  {breach.path}:{line}: {breach.message}"
    if len(broken) > _SHOWN:
        yield f"  and {len(broken) - _SHOWN} more"
