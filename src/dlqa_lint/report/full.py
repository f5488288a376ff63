"""The format `full`: each finding with its excerpt, its related places and its help, and a closing line."""

from dlqa_lint.model.finding import Finding
from dlqa_lint.report import Report, Screen
from dlqa_lint.report.parts.excerpt import excerpt, gutter_width
from dlqa_lint.report.parts.headline import place, wrapped_headline
from dlqa_lint.report.parts.summary import closing
from dlqa_lint.report.parts.terminal import COLORS, wrapped
from dlqa_lint.text.colours import BLUE, TEAL, paint
from dlqa_lint.text.visible import visible


def render(report: Report) -> str:
    """The findings as people read them on a terminal."""
    blocks = ["\n".join(_lines(report, finding)) for finding in report.findings]
    if not report.quiet:
        blocks.append(wrapped(closing(report), report.screen.width))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _lines(report: Report, finding: Finding) -> list[str]:
    source, screen = report.sources[finding.path], report.screen
    gutter = gutter_width(source, finding.span)
    lines = [
        wrapped_headline(report, finding),
        *excerpt(source, finding.span, COLORS[finding.severity], screen),
    ]
    for related in finding.related:
        where = place(report, related.path, related.span.start)
        lines.append(_note(gutter, screen, f"{where}: {visible(related.message)}"))
    if finding.fix:
        word = "help: " if finding.fix.safe else "help (unsafe): "
        lines.append(_note(gutter, screen, visible(finding.fix.title), word))
    return lines


def _note(gutter: int, screen: Screen, text: str, label: str = "") -> str:
    """What is said below an excerpt, behind its label."""
    sign = " = "
    indent = gutter + len(sign)
    opening = " " * gutter + paint(sign.rstrip(), BLUE, screen.color) + " "
    told = wrapped(text, screen.width, indent + len(label), indent)
    return opening + paint(label.rstrip(), TEAL, screen.color) + " " * (label != "") + told
