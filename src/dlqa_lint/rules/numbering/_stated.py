"""The numbers that documents of one question say themselves: of the question, in the title, in front matter."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.edits.file_series import SeriesFile
from dlqa_lint.model.bank import Document
from dlqa_lint.text.blocks import front_matter
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_FIELD = regex(
    r"(?m)^(?P<before>\w[\w -]*:[ \t]*[\"']?[^\W\d]*[-_ #]?)(?P<number>\d{1,5})(?=[\"']?[ \t]*(?:#.*)?\r?$)"
)
_LEADING = regex(r"(?P<before>[^\d\n]{0,40}?)(?P<number>\d{1,5})(?![.,]?\d|[^\W_])")

_AGREEING = 3
"""This many files must state the number in their names; fewer may do so by chance."""


class Stated(NamedTuple):
    """A number that a document says of itself, and where."""

    value: int
    span: Span


def disagreeing(files: Sequence[SeriesFile]) -> dict[str, Stated]:
    """What documents say where they contradict their names, by path.

    A number counts where most documents that have one at that place, after the same words, carry it in their
    names as well: `Question 7`, `id: q7`. Of several such places the one is believed at which most agree.
    """
    read = [_stated(file.document) for file in files]
    agreeing = Counter(
        place
        for file, stated in zip(files, read, strict=True)
        for place, number in stated.items()
        if number.value == file.value
    )
    having = Counter(place for stated in read for place in stated)
    meant = [
        place for place, count in agreeing.most_common() if count >= _AGREEING and count * 2 > having[place]
    ]
    found = {}
    for file, stated in zip(files, read, strict=True):
        number = next((stated[place] for place in meant if place in stated), None)
        if number and all(said.value != file.value for said in stated.values()):
            found[file.document.path] = number
    return found


def _stated(document: Document) -> Mapping[str, Stated]:
    """The numbers that a document says of itself, by the place and the words before."""
    found: dict[str, Stated] = {}
    text = document.source.text
    for field in _FIELD.finditer(text, *front_matter(document.source)):
        _note(found, field["before"], field["number"], field.start("number"))
    number = document.questions[0].number
    if number and not number.lazy:
        found["question"] = Stated(number.value[-1], number.span)
    lines = [document.questions[0].text_span]
    if document.title:
        lines.append(document.title.text_span)
    for line in lines:
        if match := _LEADING.match(text, line.start, line.end):
            _note(found, f"# {match['before']}", match["number"], match.start("number"))
    return found


def _note(found: dict[str, Stated], before: str, number: str, at: int) -> None:
    """Keep a number under what precedes it."""
    place = " ".join(before.casefold().split())
    found.setdefault(place, Stated(int(number), Span(at, at + len(number))))
