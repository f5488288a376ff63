"""The numbers that files of one question say themselves: of the question, in the title, in front matter."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.edits.file_series import SeriesFile
from dlqa_lint.model.bank import Document
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.parsing import front_matter
from dlqa_lint.text.source import Span

_FIELD = regex(
    r"(?m)^(?P<before>\w[\w -]*:[ \t]*[\"']?[^\W\d]*[-_ #]?)(?P<number>\d{1,5})(?=[\"']?[ \t]*(?:#.*)?\r?$)"
)
_LEADING = regex(r"(?P<before>[^\d\n]{0,40}?)(?P<number>\d{1,5})(?![.,]?\d|[^\W_])")

AT_QUESTION = "question"
"""The place of the number that a question bears."""
_AGREEING = 3
"""This many files must state the number in their names; fewer may do so by chance."""


class Stated(NamedTuple):
    """A number that a document says of itself, and where."""

    value: int
    span: Span


def disagreeing(files: Sequence[SeriesFile]) -> dict[str, Stated]:
    """What documents say where they contradict their names, by path; of several places that of which most agree."""
    found, places = {}, meant_places(files)
    for file in files:
        said = _stated(file.document)
        number = next((said[place] for place in places if place in said), None)
        if number and all(other.value != file.value for other in said.values()):
            found[file.document.path] = number
    return found


def stated_numbers(files: Sequence[SeriesFile]) -> dict[str, Mapping[str, Stated]]:
    """What documents say at the places where the number of a file is said, by path and place."""
    places = meant_places(files)
    said = {file.document.path: _stated(file.document) for file in files}
    return {path: {place: found[place] for place in places if place in found} for path, found in said.items()}


def meant_places(files: Sequence[SeriesFile]) -> list[str]:
    """The places at which documents say the number of their file, those with the most agreement first.

    A number counts where most documents that have one at that place, after the same words, carry it in their
    names as well: `Question 7`, `id: q7`.
    """
    read = [(file, _stated(file.document)) for file in files]
    agreeing = Counter(
        place for file, said in read for place, number in said.items() if number.value == file.value
    )
    having = Counter(place for _, said in read for place in said)
    return [
        place for place, count in agreeing.most_common() if count >= _AGREEING and count * 2 > having[place]
    ]


def _stated(document: Document) -> Mapping[str, Stated]:
    """The numbers that a document says of itself, by the place and the words before."""
    found: dict[str, Stated] = {}
    text = document.source.text
    for field in _FIELD.finditer(text, *front_matter(document.source)):
        _note(found, field["before"], field["number"], field.start("number"))
    number = document.questions[0].number
    if number and not number.lazy:
        found[AT_QUESTION] = Stated(number.value[-1], number.span)
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
