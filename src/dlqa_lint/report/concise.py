"""The format `concise`: one line a finding, `path:line:column: severity rule: message`, and nothing else."""

from dlqa_lint.report import Report
from dlqa_lint.report.parts.headline import headline


def render(report: Report) -> str:
    """The findings, one a line."""
    return "".join(headline(report, finding) + "\n" for finding in report.findings)
