"""Comments that hide a finding; the reason is for the author to write, and is asked for until it is there."""

from collections.abc import Iterator
from functools import partial

from dlqa_lint.edits.suppress import suppressing
from dlqa_lint.model.finding import Finding, Fix
from dlqa_lint.server.actions import QUICK_FIX, Offer, findings_in
from dlqa_lint.server.snapshot import Snapshot
from dlqa_lint.text.source import Span

_SUPPRESSIONS = "suppressions"
"""The family about such comments, of which none is hidden by another one."""


def offers(snapshot: Snapshot, span: Span) -> Iterator[Offer]:
    """A comment for each rule that found something here."""
    rules = set[str]()
    for finding in findings_in(snapshot, span):
        if finding.rule in rules or finding.family == _SUPPRESSIONS:
            continue
        rules.add(finding.rule)
        title = f"ignore {finding.rule} here, with a reason"
        yield Offer(title, QUICK_FIX, partial(_hidden, snapshot, finding), finding, asks_reason=True)


def _hidden(snapshot: Snapshot, finding: Finding) -> Fix | None:
    """The fix that writes the comment; None where there is no place for one."""
    (hidden,) = suppressing([finding], {snapshot.path: snapshot.document}, "")
    return hidden.fix
