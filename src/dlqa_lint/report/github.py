"""The format `github`: workflow commands, which GitHub Actions shows as annotations of the lines named."""

from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.report import Report
from dlqa_lint.report.parts.region import region, slashed
from dlqa_lint.text.counts import how_many
from dlqa_lint.text.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10  # annotations of each kind that GitHub keeps of a step; it drops what is printed later


def render(report: Report) -> str:
    """The findings as workflow commands, the most severe first, and a notice if GitHub will not show all."""
    lines: dict[Severity, list[str]] = {severity: [] for severity in Severity}
    for finding in report.findings:
        lines[finding.severity].append(_command(report, finding))
    errors, warnings, notices = lines.values()
    if max(map(len, lines.values())) > _SHOWN:
        # The closing notice must be among the notices that are shown.
        notices.insert(_SHOWN - 1, _closing(len(report.findings)))
    return "".join(line + "\n" for line in errors + warnings + notices)


def _command(report: Report, finding: Finding) -> str:
    start, end = region(report, finding.path, finding.span)
    properties = {"file": slashed(finding.path), "line": start.line, "endLine": end.line}
    if start.line == end.line:  # GitHub refuses columns over several lines
        properties |= {"col": start.column, "endColumn": end.column}
    properties["title"] = f"dlqa-lint ({finding.rule})"
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(finding.message)}"


def _closing(count: int) -> str:
    text = f"{how_many(count, 'finding')}; GitHub shows {_SHOWN} of a kind, the log and the summary have all"
    return f"::notice title=dlqa-lint::{_data(text)}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
