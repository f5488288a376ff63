"""The format `full`: each finding with its excerpt, its related places and its help, and a closing line."""

from dlqa_lint.model.finding import Finding
from dlqa_lint.report import Report
from dlqa_lint.report.parts.excerpt import excerpt, gutter_width
from dlqa_lint.report.parts.headline import headline, place
from dlqa_lint.report.parts.summary import closing
from dlqa_lint.report.parts.terminal import COLORS
from dlqa_lint.text.colours import BLUE, TEAL, paint
from dlqa_lint.text.visible import visible


def render(report: Report) -> str:
    """The findings as people read them on a terminal."""
    blocks = ["\n".join(_lines(report, finding)) for finding in report.findings]
    if not report.quiet:
        blocks.append(closing(report))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _lines(report: Report, finding: Finding) -> list[str]:
    source, color = report.sources[finding.path], report.color
    lines = [headline(report, finding), *excerpt(source, finding.span, COLORS[finding.severity], color)]
    sign = " " * gutter_width(source, finding.span) + paint(" =", BLUE, color)
    for related in finding.related:
        lines.append(f"{sign} {place(report, related.path, related.span.start)}: {visible(related.message)}")
    if finding.fix:
        word = "help" if finding.fix.safe else "help (unsafe)"
        lines.append(f"{sign} {paint(f'{word}:', TEAL, color)} {visible(finding.fix.title)}")
    return lines
