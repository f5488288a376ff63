"""The line that opens a finding: where it is, how severe, which rule, and what was found."""

from dlqa_lint.model.finding import Finding
from dlqa_lint.report import Report, Screen
from dlqa_lint.report.parts.terminal import COLORS, cells, place_name, wrapped
from dlqa_lint.text.colours import BOLD, paint
from dlqa_lint.text.visible import visible

_INDENT = 4  # cells before what follows in further lines


def headline(report: Report, finding: Finding) -> str:
    """The finding in one line, `path:line:column: severity rule: message`."""
    return _opening(report, finding) + visible(finding.message)


def wrapped_headline(report: Report, finding: Finding) -> str:
    """The same in as many lines as the screen needs."""
    where = place(report, finding.path, finding.span.start)
    taken = sum(cells(f"{where}: {finding.severity.value} {finding.rule}: "))
    return _opening(report, finding) + wrapped(visible(finding.message), report.screen.width, taken, _INDENT)


def _opening(report: Report, finding: Finding) -> str:
    screen = report.screen
    where = paint(f"{place(report, finding.path, finding.span.start)}:", BOLD, screen.color)
    severity = paint(finding.severity.value, COLORS[finding.severity], screen.color)
    return f"{where} {severity} {rule_name(finding.rule, screen)}: "


def rule_name(name: str, screen: Screen) -> str:
    """The name of a rule, as a link to its manual page where the screen shows links."""
    shown = paint(name, BOLD, screen.color)
    if not screen.links:
        return shown
    from dlqa_lint.report.parts.pages import address_of  # only where links are shown

    return f"\x1b]8;;{address_of(name)}\x1b\\{shown}\x1b]8;;\x1b\\"


def place(report: Report, path: str, offset: int) -> str:
    """A place as editors and terminals make it a link, `path:line:column`."""
    line, column, _ = report.position(path, offset)
    return f"{place_name(path)}:{line}:{column}"
