"""An excerpt of a source with carets under a span; wide characters, tabs and long lines are measured."""

from typing import NamedTuple

from dlqa_lint.report import PAPER, Screen
from dlqa_lint.report.parts.terminal import cells
from dlqa_lint.text.colours import BLUE, paint
from dlqa_lint.text.source import Source, Span
from dlqa_lint.text.visible import visible

_LIMIT = 100  # cells of a line that are shown; with the gutter this fits most CI logs
_LEAST = 20  # cells of a line that are shown on the narrowest terminal
_LEAD = 0.3  # of these, kept before a span that is itself too long
_TAB = 4
_WHOLE = 3  # a span of more lines is shown by its first and last


class _Row(NamedTuple):
    """A line as shown, and where the carets go under it."""

    text: str
    indent: int
    carets: int


def excerpt(source: Source, span: Span, color: str, gutter: int, screen: Screen = PAPER) -> list[str]:
    """The lines of a span after a gutter of line numbers, with carets below in a colour."""
    start, end = span
    while end > start and source.text[end - 1] in "\r\n":
        end -= 1
    first, last = source.line_index(start), source.line_index(max(start, end - 1))
    on, limit = screen.color, _limit(gutter, screen)
    bar = paint(" |", BLUE, on)
    shown = [" " * gutter + bar]
    for index in range(first, last + 1):
        if last - first >= _WHOLE and first < index < last:
            if index == first + 1:
                shown.append(paint("…".rjust(gutter) + " |", BLUE, on))
            continue
        row = _row(source.lines[index], start - source.starts[index], end - source.starts[index], limit)
        shown.append((paint(f"{index + 1:>{gutter}} |", BLUE, on) + " " + row.text).rstrip())
        if row.carets:
            shown.append(" " * gutter + bar + " " * (row.indent + 1) + paint("^" * row.carets, color, on))
    return shown


def first_row(source: Source, span: Span, gutter: int, screen: Screen = PAPER) -> str:
    """The first line of a span after its number, without carets."""
    index = source.line_index(span.start)
    start, end = span.start - source.starts[index], span.end - source.starts[index]
    row = _row(source.lines[index], start, end, _limit(gutter, screen))
    return f"{paint(f'{index + 1:>{gutter}} |', BLUE, screen.color)} {row.text}".rstrip()


def _limit(gutter: int, screen: Screen) -> int:
    """How many cells of a line are shown behind a gutter."""
    return max(screen.width - gutter - len(" | ……"), _LEAST) if screen.width else _LIMIT


def gutter_width(source: Source, span: Span) -> int:
    """How many characters the line numbers of a span take."""
    return max(2, len(str(source.last_line(span) + 1)))


def _row(line: str, start: int, end: int, limit: int) -> _Row:
    """A line and the carets under its characters [start, end), which may reach out of it at either end."""
    begins = start >= 0
    start, end = max(start, 0), min(end, len(line))
    if not begins:
        start = len(line) - len(line.lstrip())
    # Only the neighbourhood is measured: a line may be megabytes long and hold many findings.
    low, high = max(0, start - 2 * limit), start + 2 * limit
    pieces, widths = _measured(line[low:high])
    left, right = _window(widths, start - low, max(start, min(end, high)) - low, limit)
    before = "…" if low + left > 0 else ""
    after = "…" if low + right < len(line) else ""
    carets = sum(widths[start - low : min(end - low, right)])
    if begins and not carets:
        carets = 1
    indent = len(before) + sum(widths[left : start - low])
    return _Row(before + "".join(pieces[left:right]) + after, indent, max(carets, 0))


def _measured(text: str) -> tuple[list[str], list[int]]:
    """The characters of a text as they are printed, and the cells that each takes."""
    pieces, widths = list(visible(text)), cells(visible(text))
    if "\t" in text:
        column = 0
        for index, character in enumerate(text):
            if character == "\t":
                widths[index] = _TAB - column % _TAB
                pieces[index] = " " * widths[index]
            column += widths[index]
    return pieces, widths


def _window(widths: list[int], start: int, end: int, limit: int) -> tuple[int, int]:
    """The characters [left, right) that fit the limit and hold as much as possible of [start, end)."""
    if sum(widths) <= limit and len(widths) <= 2 * limit:
        return 0, len(widths)
    spanned = sum(widths[start:end])
    lead = max(int(_LEAD * limit), (limit - spanned) // 2) if spanned < limit else int(_LEAD * limit)
    left = start
    while left > 0 and lead >= widths[left - 1]:
        left -= 1
        lead -= widths[left]
    room, right = limit - sum(widths[left:start]), start
    while right < len(widths) and room >= widths[right]:
        room -= widths[right]
        right += 1
    return left, right
