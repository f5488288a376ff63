"""Passes: fixes are chosen, applied and looked for again until none is left, and what comes out is proved."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dlqa_lint.errors import CannotRunError
from dlqa_lint.fixer.bystanders import misread
from dlqa_lint.fixer.edits import apply, choose, translated
from dlqa_lint.fixer.proof import Breach, breaches
from dlqa_lint.fixer.trace import Trace, TracedEdit
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit, Finding
from dlqa_lint.text.source import Source

PASSES = 10
_SHOWN = 10

Sources = Mapping[str, Source]


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


class FixError(CannotRunError):
    """Fixes that break their promise or never settle: a bug, and nothing may be written."""

    def __init__(self, problem: str, rules: Iterable[str], diff: str) -> None:
        self.rules = tuple(sorted(set(rules)))
        self.diff = diff
        super().__init__(
            f"{problem}\nrules whose fixes did this: {', '.join(self.rules)}\n"
            f"nothing was written; this is a bug in dlqa-lint, please report it with this diff:\n{diff}"
        )


@dataclass(frozen=True, slots=True)
class _State:
    """Sources on their way: the traces of their parts, and the findings whose fixes were applied."""

    sources: Sources
    traces: Mapping[str, Trace]
    applied: tuple[Finding, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """What tells one state from another."""
        return tuple(source.text for source in self.sources.values())


def fix(sources: Sources, check: Check, *, unsafe: bool) -> FixResult:
    """Apply the fixes of sources to a fixed point and prove the result; raises FixError if that fails.

    Only `sources` are changed: a fix that reaches into another file is left alone. As the last check finds no
    fix to apply, a second run would change nothing.
    """
    first = last = check(sources)
    state = _State(sources, {path: Trace.start(len(source.text)) for path, source in sources.items()})
    seen = {state.texts: 0}
    passes = 0
    while step := _step(state, last, check, unsafe=unsafe):
        before, passes = state, passes + 1
        state, last = step
        if state.texts in seen:
            raise _unsettled("the fixes undo each other", before, state, seen[state.texts])
        if passes > PASSES:
            raise _unsettled(
                f"the fixes did not settle in {PASSES} passes", before, state, len(before.applied)
            )
        seen[state.texts] = len(state.applied)
    if passes:
        _prove(first, last, sources, state)
    changed = {path: source for path, source in state.sources.items() if source.text != sources[path].text}
    counts = Counter((finding.path, finding.rule) for finding in state.applied)
    return FixResult(changed, dict(sorted(counts.items())), tuple(last.findings), passes)


def _step(
    state: _State, last: CheckResult, check: Check, *, unsafe: bool
) -> tuple[_State, CheckResult] | None:
    """The next pass: the state after it and what linting that gives; None where no fix is left to apply.

    A rule whose fixes change how a document's other lines are read is left out there. It is tried anew in the
    next pass, so that a second run does the same.
    """
    withheld: set[tuple[str, str]] = set()
    while chosen := choose(
        (found for found in last.findings if withheld.isdisjoint(_places(found))),
        state.sources,
        unsafe=unsafe,
    ):
        after, changes = _passed(state, chosen)
        result = check(after.sources)
        wrong = {
            path
            for path, made in changes.items()
            if path in result.documents and misread(last.documents[path], result.documents[path], made)
        }
        # The rule that changes most is the likeliest cause; the others may be right without it.
        counts = Counter(place for finding in chosen for place in _places(finding))
        suspect = next((place for place, _ in counts.most_common() if place[0] in wrong), None)
        if suspect is None:
            return after, result
        withheld.add(suspect)
    return None


def _places(finding: Finding) -> list[tuple[str, str]]:
    """The path of each edit of a finding's fix, with the rule."""
    return [(edit.path, finding.rule) for edit in finding.fix.edits] if finding.fix else []


def _passed(state: _State, chosen: Sequence[Finding]) -> tuple[_State, Mapping[str, Sequence[TracedEdit]]]:
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
    return _State(sources, traces, (*state.applied, *chosen)), changes


def _prove(first: CheckResult, last: CheckResult, sources: Sources, state: _State) -> None:
    """Raise FixError unless the promise holds."""
    freed = {path: trace.freed() for path, trace in state.traces.items()}
    broken = list(breaches(first.documents, last.documents, freed))
    if not broken:
        return
    paths = {breach.path for breach in broken}
    suspects = [finding.rule for finding in state.applied if paths & _paths(finding)]
    raise FixError(
        "the fixes would break their promise:\n" + "\n".join(_lines(broken, first.documents)),
        suspects or (finding.rule for finding in state.applied),
        _diff(sources, state.sources),
    )


def _lines(broken: Sequence[Breach], documents: Mapping[str, Document]) -> Iterable[str]:
    for breach in broken[:_SHOWN]:
        line = documents[breach.path].source.position(breach.offset).line if breach.path in documents else 1
        yield f"  {breach.path}:{line}: {breach.message}"
    if len(broken) > _SHOWN:
        yield f"  and {len(broken) - _SHOWN} more"


def _unsettled(problem: str, before: _State, after: _State, since: int) -> FixError:
    """The error of fixes that go on and on; those applied from `since` on take part in it."""
    rules = (finding.rule for finding in after.applied[since:])
    return FixError(problem, rules, _diff(before.sources, after.sources))


def _paths(finding: Finding) -> set[str]:
    return {edit.path for edit in finding.fix.edits} if finding.fix else set()


def _diff(before: Sources, after: Sources) -> str:
    from dlqa_lint.fixer.diff import unified  # noqa: PLC0415 - difflib only where a diff is shown

    return "".join(unified(source, after[path]) for path, source in before.items())
