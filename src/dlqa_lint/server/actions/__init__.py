"""The code actions: adding a module adds a kind of them."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dlqa_lint.model.finding import Finding, Fix
from dlqa_lint.server.snapshot import Snapshot
from dlqa_lint.text.source import Span

QUICK_FIX = "quickfix"
REFACTORING = "refactor.rewrite"


class Offer(NamedTuple):
    """Something that may be done; titles tell the offers for one place apart."""

    title: str
    kind: str
    fix: Callable[[], Fix | None]
    finding: Finding | None = None
    """What it repairs or hides."""
    preferred: bool = False
    """Whether it is what the editor does when asked to fix without further question."""
    asks_reason: bool = False
    """Whether the caret belongs into the comment that it writes, where a reason is missing."""


def findings_in(snapshot: Snapshot, span: Span) -> Iterator[Finding]:
    """The findings that a selection, or the line with the caret, touches."""
    source = snapshot.document.source
    first, last = source.line_index(span.start), source.line_index(span.end)
    start, end = source.line_span(first).start, source.line_span(last).end
    for finding in snapshot.findings:
        if finding.span.start <= end and start <= finding.span.end:
            yield finding
