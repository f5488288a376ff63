"""Places as editors name them: lines and columns from 0, columns in the units of an agreed encoding."""

from bisect import bisect_right
from functools import cached_property
from typing import Literal, get_args

from lsprotocol.types import Position, PositionEncodingKind, Range

from dlqa_lint.text.source import Source, Span

Units = Literal["utf-8", "utf-16", "utf-32"]
"""What a column counts. UTF-16 is what every editor knows; others are agreed upon at the start."""

_BYTES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}
_BOM = "\ufeff"


class Places:
    """The offsets of a source as positions, and positions as offsets.

    A byte order mark, which a source keeps apart, is a character of its first line for an editor that shows
    it to a server at all.
    """

    def __init__(self, source: Source, units: Units) -> None:
        self._source = source
        self._units = units
        self._lead = width(_BOM, units) if source.bom else 0

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        column = width(self._source.text[start:offset], self._units)
        return Position(line, column + (self._lead if line == 0 else 0))

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position; one outside of the text is that of the nearest place inside."""
        if position.line >= len(self._starts):
            return len(self._source.text)
        start = self._starts[position.line]
        line = self._source.lines[position.line] if position.line < len(self._source.lines) else ""
        lead = self._lead if position.line == 0 else 0
        return start + _characters(line, max(position.character - lead, 0), self._units)

    def span(self, range_: Range) -> Span:
        """The span of a range."""
        start, end = self.offset(range_.start), self.offset(range_.end)
        return Span(min(start, end), max(start, end))

    @cached_property
    def _starts(self) -> list[int]:
        """Where lines start; for an editor, one begins after the last line end."""
        text, starts = self._source.text, self._source.starts
        return [*starts, len(text)] if text.endswith(("\r", "\n")) else starts


def units_of(encoding: PositionEncodingKind | str | None) -> Units:
    """The units that editor and server agreed upon."""
    for units in get_args(Units):
        if encoding is not None and PositionEncodingKind(units) == encoding:
            found: Units = units
            return found
    return "utf-16"


def width(text: str, units: Units) -> int:
    """How many units a text has."""
    if units == "utf-32" or text.isascii():
        return len(text)
    encoding, size = _BYTES[units]
    return len(text.encode(encoding, "surrogatepass")) // size


def _characters(line: str, count: int, units: Units) -> int:
    """How many whole characters of a line so many units hold."""
    if units == "utf-32" or line.isascii():
        return min(count, len(line))
    for index, character in enumerate(line):
        count -= width(character, units)
        if count < 0:
            return index
    return len(line)
