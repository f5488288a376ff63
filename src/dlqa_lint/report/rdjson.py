"""The format `rdjson`: reviewdog's diagnostic format, with safe fixes as suggestions that a click accepts."""

from typing import Any

from dlqa_lint.model.finding import Edit, Finding, Fix, Severity
from dlqa_lint.report import Report
from dlqa_lint.report.parts.document import dumps
from dlqa_lint.report.parts.region import region, slashed
from dlqa_lint.text.source import Position, Source, Span

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
_BOM = "\ufeff"
_MOST_LINES = 20
"""A suggestion of more lines is longer than a comment that anybody reads, and hardly within one hunk of a diff,
which GitHub demands. Set by hand."""


def render(report: Report) -> str:
    """The run as one result, whether or not there are findings.

    Related places are left out: older versions of reviewdog refuse a result with a key that they do not know.
    """
    diagnostics = [_diagnostic(report, finding) for finding in report.findings]
    return dumps({"source": {"name": "dlqa-lint"}, "diagnostics": diagnostics})


def _diagnostic(report: Report, finding: Finding) -> dict[str, Any]:
    source = report.sources[finding.path]
    start, end = (_in_bytes(source, at) for at in region(report, finding.path, finding.span))
    diagnostic = {
        "message": finding.message,
        "location": {"path": slashed(finding.path), "range": {"start": start, "end": end}},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    suggestion = _suggestion(source, finding.fix) if finding.fix else None
    return {**diagnostic, "suggestions": [suggestion]} if suggestion else diagnostic


def _in_bytes(source: Source, position: Position) -> dict[str, int]:
    """A position with its column in bytes of the file, as the format counts."""
    first = source.starts[position.line - 1]
    before = _BOM * (source.bom and first == 0) + source.text[first : position.offset]
    return {"line": position.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def _suggestion(source: Source, fix: Fix) -> dict[str, Any] | None:
    """A safe fix as new text of some lines; None for one of several files, or of many lines.

    Its edits apply together, and a suggestion is accepted alone: so they are one, with what is between them.
    """
    if not fix.safe or not fix.edits or {edit.path for edit in fix.edits} != {source.path}:
        return None
    first, last = (source.line_index(at) for at in (fix.edits[0].span.start, fix.edits[-1].span.end))
    text = _lines(source, first, last, fix.edits)
    if not text and first > 0:
        # No text may mean one blank line, or that the lines go: with the line above there is no doubt.
        first -= 1
        text = _lines(source, first, last, fix.edits)
    if last - first >= _MOST_LINES:
        return None
    return {"range": {"start": {"line": first + 1}, "end": {"line": last + 1}}, "text": text}


def _lines(source: Source, first: int, last: int, edits: tuple[Edit, ...]) -> str:
    """Some lines after edits, as they are in the file, but without the end of the last one."""
    whole = Span(source.full_line_span(first).start, source.full_line_span(last).end)
    parts, at = [_BOM * (source.bom and first == 0)], whole.start
    for edit in edits:
        parts += [source.text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    text = "".join([*parts, source.text[at : whole.end]])
    ending = source.text[source.line_span(last).end : whole.end]
    return text.removesuffix(ending)
