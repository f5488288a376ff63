"""Keys of quizzes in tables that lie on their side: a row of numbers, and a row of letters below it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dlqa_lint.recognise.body.answer_lists import LETTERS
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_NUMBER = regex(r"\W*(?:[Qq]\s?)?(?P<number>\d{1,4})\W*")
_LETTERS = regex(rf"\W*(?P<letters>{LETTERS})\W*")
_RULE = regex(r"[\s|:-]+")
_CELL = regex(r"[^|]+")
_FEWEST = 2
"""At least so many columns make a key; a row of one number and one letter says nothing."""


class SideEntry(NamedTuple):
    """A number of a key with the letters below it: what they are, where, and where their cell is.

    The first cell of a row includes what the row is called.
    """

    number: int
    letters: str
    letters_span: Span
    span: Span


def entries_on_side(source: Source, span: Span) -> Iterator[SideEntry]:
    """The entries of the tables in a part of a document whose rows hold numbers, and letters right below."""
    numbers: Sequence[int] = ()
    for line in source.line_range(span):
        text = source.lines[line]
        if "|" not in text:
            numbers = ()
        elif not _RULE.fullmatch(text):
            yield from _below(numbers, text, source.starts[line])
            numbers = _numbers(text)


def _numbers(text: str) -> Sequence[int]:
    """The numbers of a row, all of whose cells but the first are some."""
    cells = [_NUMBER.fullmatch(cell) for cell in text.strip().strip("|").split("|")]
    found = [int(cell["number"]) for cell in cells if cell]
    whole = all(cells[1:]) and len(found) >= _FEWEST
    return found if whole else ()


def _below(numbers: Sequence[int], text: str, start: int) -> Iterator[SideEntry]:
    """The entries of a row that has as many cells with letters as there are numbers above it."""
    cells = [cell for cell in _CELL.finditer(text) if cell.group().strip()]
    named, labels = cells[len(cells) - len(numbers) :], cells[: len(cells) - len(numbers)]
    found = [_LETTERS.fullmatch(cell.group()) for cell in named]
    if not numbers or len(labels) > 1 or not all(found):
        return
    for at, (number, cell, match) in enumerate(zip(numbers, named, found, strict=True)):
        if match:
            begin = cells[0].start() if at == 0 else cell.start()
            place = Span(
                start + cell.start() + match.start("letters"), start + cell.start() + match.end("letters")
            )
            yield SideEntry(number, match["letters"], place, Span(start + begin, place.end))
