"""The closing line: how many findings in how much of a bank, and what a fix would do about them."""

from dlqa_lint.report import Report
from dlqa_lint.text.counts import how_many


def closing(report: Report) -> str:
    """The whole run in one line."""
    parts = [f"{how_many(report.fixed, 'finding')} fixed"] if report.fixed else []
    parts.append(_found(report))
    if report.known:
        parts.append(f"{report.known} known to the baseline")
    if report.safe_fixes:
        more = f", {report.unsafe_fixes} more with --unsafe-fixes" if report.unsafe_fixes else ""
        parts.append(f"{report.safe_fixes} fixable with --fix{more}")
    elif report.unsafe_fixes:
        parts.append(f"{report.unsafe_fixes} fixable with --unsafe-fixes")
    if report.skipped:
        kind = "is not a question document" if report.skipped == 1 else "are not question documents"
        parts.append(f"{how_many(report.skipped, 'file')} skipped that {kind}")
    return "; ".join(parts)


def _found(report: Report) -> str:
    if not report.documents and not report.findings:
        return "no question documents"
    found = f"{how_many(len(report.findings), 'finding')} in {how_many(report.documents, 'document')}"
    return f"{found} ({how_many(report.questions, 'question')}{_answered(report)})"


def _answered(report: Report) -> str:
    if not report.questions:
        return ""
    if report.questions == 1:
        return ", answered" if report.answered else ", not answered"
    if report.answered == report.questions:
        return ", all answered"
    return f", {report.answered or 'none'} answered"
