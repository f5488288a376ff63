"""The format `full`: each finding with its excerpt, its related places and its help, and a closing line."""

from collections.abc import Sequence

from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.report import Report, Screen
from dlqa_lint.report.parts.excerpt import excerpt, first_row, gutter_width
from dlqa_lint.report.parts.headline import place, wrapped_headline
from dlqa_lint.report.parts.shown_findings import alike, chosen, summed_up
from dlqa_lint.report.parts.summary import closing
from dlqa_lint.report.parts.terminal import COLORS, wrapped
from dlqa_lint.text.colours import BLUE, TEAL, paint
from dlqa_lint.text.counts import how_many
from dlqa_lint.text.visible import visible

_ABOUT_TWO = "duplicates"
"""The family whose findings are about two questions, so that both are shown."""


def render(report: Report) -> str:
    """The findings as people read them on a terminal."""
    shown, left = chosen(report)
    blocks = ["\n".join(_lines(report, findings)) for findings in alike(shown)]
    if left:
        blocks.append("\n".join(summed_up(left)))
    if not report.quiet:
        blocks.append(wrapped(closing(report), report.screen.width))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _lines(report: Report, findings: Sequence[Finding]) -> list[str]:
    """A finding, and those that are like it in one line each."""
    finding, *others = findings
    screen = report.screen
    places = finding.related[: report.most or None]
    twins = places if finding.family == _ABOUT_TWO else ()
    source = report.sources[finding.path]
    widths = [gutter_width(report.sources[twin.path], twin.span) for twin in twins]
    gutter = max([gutter_width(source, finding.span), *widths])
    lines = [wrapped_headline(report, finding)]
    lines += excerpt(source, finding.span, COLORS[finding.severity], gutter, screen)
    for related in places:
        lines.append(_note(gutter, screen, _said(report, related)))
        if related in twins:
            lines.append(first_row(report.sources[related.path], related.span, gutter, screen))
    if more := len(finding.related) - len(places):
        lines.append(_note(gutter, screen, f"and {how_many(more, 'more place')}"))
    lines += [_note(gutter, screen, _said(report, other), "also: ") for other in others]
    if finding.fix:
        word = "help: " if finding.fix.safe else "help (unsafe): "
        lines.append(_note(gutter, screen, visible(finding.fix.title), word))
    return lines


def _said(report: Report, spot: Finding | Place) -> str:
    """What a finding or a related place says, behind where it is."""
    return f"{place(report, spot.path, spot.span.start)}: {visible(spot.message)}"


def _note(gutter: int, screen: Screen, text: str, label: str = "") -> str:
    """What is said below an excerpt, behind its label."""
    sign = " = "
    indent = gutter + len(sign)
    opening = " " * gutter + paint(sign.rstrip(), BLUE, screen.color) + " "
    told = wrapped(text, screen.width, indent + len(label), indent)
    return opening + paint(label.rstrip(), TEAL, screen.color) + " " * (label != "") + told
