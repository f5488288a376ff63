"""The line that opens a finding: where it is, how severe, which rule, and what was found."""

from dlqa_lint.model.finding import Finding
from dlqa_lint.report import Report
from dlqa_lint.report.parts.terminal import COLORS, place_name
from dlqa_lint.text.colours import BOLD, paint
from dlqa_lint.text.visible import visible


def headline(report: Report, finding: Finding) -> str:
    """The finding in one line, `path:line:column: severity rule: message`."""
    where = paint(f"{place(report, finding.path, finding.span.start)}:", BOLD, report.color)
    severity = paint(finding.severity.value, COLORS[finding.severity], report.color)
    return f"{where} {severity} {paint(finding.rule, BOLD, report.color)}: {visible(finding.message)}"


def place(report: Report, path: str, offset: int) -> str:
    """A place as editors and terminals make it a link, `path:line:column`."""
    line, column, _ = report.position(path, offset)
    return f"{place_name(path)}:{line}:{column}"
