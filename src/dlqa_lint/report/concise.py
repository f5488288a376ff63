"""The format `concise`: one line a finding, `path:line:column: severity rule: message`, and nothing else.

Where somebody wants only so many findings, the rest is summed up at the end.
"""

from dlqa_lint.report import Report
from dlqa_lint.report.parts.headline import headline
from dlqa_lint.report.parts.shown_findings import chosen, summed_up


def render(report: Report) -> str:
    """The findings, one a line."""
    shown, left = chosen(report)
    lines = [headline(report, finding) for finding in shown] + summed_up(left)
    return "".join(f"{line}\n" for line in lines)
