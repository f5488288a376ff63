"""One text and its places: the only module that knows offsets, line ends, encoding and byte order marks."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from dlqa_lint.errors import CannotRunError
from dlqa_lint.text.lazy_regex import regex

# Lines end where markdown-it ends them: at "\n", "\r\n" and a lone "\r". `str.splitlines` also breaks at form
# feeds and Unicode separators, which would shift every line number after one.
_NEWLINE = regex(r"\r\n|\r|\n")
_BOM = "\ufeff"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")


class Span(NamedTuple):
    """The characters [start, end) of one source."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people name it: line and column count from 1 (columns in characters), the offset from 0."""

    line: int
    column: int
    offset: int


class UnreadableSourceError(CannotRunError):
    """The bytes of a file are not text that can be linted; the message says why and where."""


class Source:
    """The text of one file; a byte order mark is kept apart, every other character is in `text`.

    Offsets count characters of `text`. `path` is what reports print; it need not exist.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.bom = text.startswith(_BOM)
        self.text = text[1:] if self.bom else text

    def __repr__(self) -> str:
        """The path, and what tells the text from every other."""
        from hashlib import blake2b  # only memory asks for it

        return f"Source({self.path!r}, {blake2b(self.to_bytes()).hexdigest()})"

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> "Source":
        """The source that UTF-8 bytes hold; raises UnreadableSourceError for anything else."""
        if data.startswith(_WIDE_BOMS):
            raise UnreadableSourceError(f"{path}: the file is UTF-16, expected UTF-8; save it as UTF-8")
        if b"\0" in data:
            raise UnreadableSourceError(
                f"{path}: the file holds a NUL byte, so it is binary and no Markdown text"
            )
        try:
            return cls(path, data.decode("utf-8"))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise UnreadableSourceError(
                f"{path}:{line}: byte {error.start} (0x{data[error.start]:02x}) is not UTF-8; "
                "save the file as UTF-8"
            ) from error

    def to_bytes(self) -> bytes:
        """The bytes of the file, byte order mark included."""
        return (_BOM * self.bom + self.text).encode("utf-8")

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their terminators."""
        return split_lines(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line starts."""
        if "\r" in self.text:
            after: Iterable[int] = (match.end() for match in _NEWLINE.finditer(self.text))
        else:
            after = accumulate(len(line) + 1 for line in self.lines)
        return [0, *after][: len(self.lines)]

    @cached_property
    def line_ends(self) -> Mapping[str, int]:
        """The line terminators of the text, and how often each is used."""
        return Counter(_NEWLINE.findall(self.text))

    @property
    def newline(self) -> str:
        """The line terminator that the text uses most; a line feed for a text without any."""
        counts = self.line_ends
        return max(counts, key=lambda terminator: counts[terminator]) if counts else "\n"

    def line_index(self, offset: int) -> int:
        """The index (from 0) of the line that holds an offset; a terminator belongs to its line."""
        return bisect_right(self.starts, offset) - 1

    def last_line(self, span: Span) -> int:
        """The index of the line in which a span ends: that of its last character, or of its place if it has none."""
        return self.line_index(max(span.end - 1, span.start))

    def line_range(self, span: Span) -> range:
        """The indexes of the lines that a span is in."""
        return range(self.line_index(span.start), self.last_line(span) + 1)

    def position(self, offset: int) -> Position:
        """The line and column of an offset."""
        line = self.line_index(offset)
        return Position(line + 1, offset - self.starts[line] + 1, offset)

    def line_span(self, index: int) -> Span:
        """The characters of a line, its terminator left out."""
        start = self.starts[index]
        return Span(start, start + len(self.lines[index]))

    def full_line_span(self, index: int) -> Span:
        """The characters of a line, its terminator included."""
        after = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return Span(self.starts[index], after)

    def lines_span(self, first: int, end: int) -> Span:
        """The characters of the lines [first, end) but the last terminator; empty where there is no line."""
        starts = self.starts
        if first >= len(starts):
            return Span(len(self.text), len(self.text))
        if end <= first:
            return Span(starts[first], starts[first])
        last = min(end, len(starts)) - 1
        return Span(starts[first], starts[last] + len(self.lines[last]))

    def is_blank(self, index: int) -> bool:
        """Whether a line holds nothing: to Markdown, an ideographic space or a form feed is text."""
        return not self.lines[index].strip(" \t")

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]


def split_lines(text: str) -> list[str]:
    """The lines of a text without their terminators; no line begins after the last terminator."""
    lines = _NEWLINE.split(text) if "\r" in text else text.split("\n")
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines
