"""The format `json`: an array of findings with every place as line, column and offset."""

from typing import Any

from dlqa_lint.model.finding import Finding, Fix, Place
from dlqa_lint.report import Report
from dlqa_lint.report.parts.document import dumps
from dlqa_lint.text.source import Span


def render(report: Report) -> str:
    """The findings as a JSON array."""
    return dumps([_finding(report, finding) for finding in report.findings])


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    asked = finding.question
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.path,
        **_ends(report, finding.path, finding.span),
        "question": {"number": asked.number, "text": asked.text, "line": asked.line} if asked else None,
        "related": [_related(report, place) for place in finding.related],
        "fix": _fix(report, finding.fix) if finding.fix else None,
    }


def _ends(report: Report, path: str, span: Span) -> dict[str, Any]:
    start, end = report.position(path, span.start), report.position(path, span.end)
    return {"start": start._asdict(), "end": end._asdict()}


def _related(report: Report, place: Place) -> dict[str, Any]:
    return {"path": place.path, **_ends(report, place.path, place.span), "message": place.message}


def _fix(report: Report, fix: Fix) -> dict[str, Any]:
    edits = [
        {"path": edit.path, **_ends(report, edit.path, edit.span), "replacement": edit.replacement}
        for edit in fix.edits
    ]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
