"""Making room in a count for a question that comes, and closing the gap of one that goes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dlqa_lint.edits.continued_files import last_number
from dlqa_lint.edits.new_numbers import composed
from dlqa_lint.edits.renumber import New, padding, respelled
from dlqa_lint.edits.sequence import Series, series_of
from dlqa_lint.model.bank import Document, Number, Question
from dlqa_lint.model.finding import Edit
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_DIGITS = regex(r"\d+")


class Shift(NamedTuple):
    """The new numbers of a document when a question comes or goes, and whether they reach its last question."""

    new: Mapping[Number, New]
    reaches_end: bool


def room(document: Document, after: Question, number: Number) -> Shift:
    """The numbers of the questions after one, when another with a number comes between."""
    if after.number is None or number.lazy:
        return _lazily(document, after, 1) if after.number else Shift({}, reaches_end=False)
    series = _series_with(document, after.number)
    return _shifted(document, series, after, number.value[-1], 1)


def closed(document: Document, gone: Question) -> Shift:
    """The numbers of the questions after one that goes; none where another one has its number."""
    number = gone.number
    if number is None:
        return Shift({}, reaches_end=False)
    if number.lazy:
        return _lazily(document, gone, -1)
    series = _series_with(document, number)
    if (
        series
        and sum(member.number is not None and member.value == number.value[-1] for member in series.members)
        > 1
    ):
        return Shift({}, reaches_end=False)
    return _shifted(document, series, gone, number.value[-1] + 1, -1)


def _series_with(document: Document, number: Number) -> Series | None:
    """The series that a number belongs to; names in free order have none."""
    return next(
        (
            series
            for series in series_of(document)
            if series.scope != "ids" and any(member.number == number for member in series.members)
        ),
        None,
    )


def _shifted(document: Document, series: Series | None, at: Question, first: int, by: int) -> Shift:
    """The numbers of a series after a question, moved from a value on that one of them has."""
    members = series.members if series else ()
    index = next((i for i, member in enumerate(members) if member.number == at.number), len(members))
    following = [member.number for member in members[index + 1 :] if member.number]
    reaches = bool(members) and document.questions[-1].number in (at.number, *following)
    if not any(number.value[-1] == first for number in following):
        # Nobody is in the way, unless it is the question with which the next file begins.
        return Shift({}, reaches_end=reaches and not following)
    width = padding({member.number: None for member in members if member.number})
    moved = {number: (number.value[-1] + by, width) for number in following if number.value[-1] >= first}
    new = dict(composed(document, moved))
    return Shift(new, reaches_end=reaches and document.questions[-1].number in new)


def _lazily(document: Document, at: Question, by: int) -> Shift:
    """What readers see of the numbers after a question in a list that the renderer counts."""
    after = (q.number for q in document.questions if q.position > at.position and q.run == at.run)
    new = {
        number: New((*number.value[:-1], number.value[-1] + by), number.spelling)
        for number in after
        if number and number.lazy
    }
    return Shift(new, reaches_end=False)


def next_number(document: Document, after: Question) -> Number | None:
    """The number of a question that comes after another one; None where questions have none."""
    number = after.number
    if number is None:
        return None
    bare = number._replace(spelling=number.spelling.rstrip("abcdefghijklmnopqrstuvwxyz"), suffix="")
    run = document.runs[after.run]
    siblings = [q.number for q in document.questions if q.position in set(run.questions) and q.number]
    value = number.value[-1] + 1
    if run.scope == "ids":
        value = max(sibling.value[-1] for sibling in siblings) + 1
    if number.lazy:
        return bare._replace(value=(*number.value[:-1], value))
    spelling = respelled(bare, value, padding(dict.fromkeys(siblings)))
    return bare._replace(spelling=spelling, value=(*number.value[:-1], value))


def moved_parts(
    document: Document, before: Mapping[str, Document], bank: Iterable[Document], by: int
) -> Iterator[tuple[Document, Mapping[Number, New]]]:
    """The files that continue the count of a document, one after the other, with all their numbers moved."""
    following = {previous.path: path for path, previous in before.items()}
    documents = {part.path: part for part in bank}
    while part := documents.get(following.get(document.path, "")):
        numbers = [question.number for question in part.questions if question.number]
        if numbers[0].value != (last_number(document) + 1,):
            return
        yield (
            part,
            {
                number: New(
                    (number.value[-1] + by,),
                    respelled(number, number.value[-1] + by, padding(dict.fromkeys(numbers))),
                )
                for number in numbers
                if len(number.value) == 1
            },
        )
        document = part


def moved_end(document: Document, by: int) -> Iterator[Edit]:
    """The edit of a stated range (`Questions 1-50`) that ends with the last number, where that becomes another."""
    last = document.questions[-1].number
    if document.stated and last:
        digits = list(_DIGITS.finditer(document.source.text, *document.stated.span))[-1]
        if int(digits.group()) == last.value[-1]:
            yield Edit(document.path, Span(*digits.span()), str(last.value[-1] + by))
