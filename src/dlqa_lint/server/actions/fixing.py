"""The fixes of findings."""

from collections.abc import Iterator
from functools import partial

from dlqa_lint.model.finding import Fix
from dlqa_lint.server.actions import QUICK_FIX, Offer, findings_in
from dlqa_lint.server.snapshot import Snapshot
from dlqa_lint.text.source import Span


def offers(snapshot: Snapshot, span: Span) -> Iterator[Offer]:
    """The fix of each finding here; one that is unsafe says so and is never preferred."""
    for finding in findings_in(snapshot, span):
        fix = finding.fix
        if fix:
            unsafe = "" if fix.safe else " (unsafe)"
            title = f"{fix.title}{unsafe} [{finding.rule}]"
            yield Offer(title, QUICK_FIX, partial(_as_it_is, fix), finding, preferred=fix.safe)


def _as_it_is(fix: Fix) -> Fix:
    return fix
