"""Giving questions other numbers, with all that goes by them: contents, anchors, links, references."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.edits.indent import fits, is_aligned, item_width, lines_below, moved, padded, stands_alone
from dlqa_lint.edits.mentions import Mentions, key_doubts
from dlqa_lint.edits.retarget import Gone, renamed_by, retargeted
from dlqa_lint.edits.rewrite import Rewriting
from dlqa_lint.model.bank import Document, Number, Question
from dlqa_lint.model.finding import Edit, Fix
from dlqa_lint.model.numbers import has_keycaps, in_han, in_keycaps, is_han
from dlqa_lint.model.question import ITEMS
from dlqa_lint.text.lazy_regex import regex

_DIGITS = regex(r"\d+")
_COUNTED = regex(r"\d+(?=\D*$)")
_FIRST_ITEM = regex(r"0*1[.)][ \t]")
_BELOW_TEXT = (
    "the list begins right below a line of text, as only the number 1 can; put an empty line between them"
)
_UNMOVABLE = "the number of a list item would grow, and what is below it cannot be indented along with it"

Values = Mapping[Number, int]
"""New values of numbers' last components, by the numbers as they are."""


class New(NamedTuple):
    """What becomes of a number: what it is worth, and how it is spelled at its question."""

    value: tuple[int, ...]
    spelling: str


class ObstacleError(Exception):
    """What keeps a question from getting another number, or from coming or going; the message says why."""

    def __init__(self, document: Document, offset: int, message: str) -> None:
        line = document.source.position(offset).line
        super().__init__(f"{document.path}:{line}: {message}")


def united(document: Document, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits that are made together, in order; raises ObstacleError where two of them meet in one place."""
    try:
        return Fix("", edits).edits
    except ValueError as error:
        raise ObstacleError(
            document, 0, "two of the changes meet in one place; make one of them by hand"
        ) from error


class Change(NamedTuple):
    """What happens to headings besides new numbers.

    `rewritings` are questions that get another form, by position, `added` are new headings (the index of the
    heading before which they come, and their texts), `lost` are the indexes of headings that go, and `gone` are
    the places that are taken out.
    """

    rewritings: Mapping[int, Rewriting] = {}
    added: tuple[int, Sequence[str]] | None = None
    lost: Sequence[int] = ()
    gone: Sequence[Gone] = ()


_NOTHING = Change()


def respelled(number: Number, value: int, width: int = 0) -> str:
    """A number with another last component: its padding (at least to `width`), suffix and parents stay."""
    if has_keycaps(number.spelling):
        return in_keycaps(value)
    if is_han(number.spelling):
        return in_han(value)
    return _COUNTED.sub(lambda match: _padded(match.group(), value, width), number.spelling)


def respelled_whole(number: Number, value: Sequence[int], width: int = 0) -> str:
    """A number with another value in all its components."""
    written = _DIGITS.findall(number.spelling)
    if has_keycaps(number.spelling) or len(written) != len(value):
        return respelled(number, value[-1], width)
    last = len(value) - 1
    parts = iter([_padded(old, value[at], width * (at == last)) for at, old in enumerate(written)])
    return _DIGITS.sub(lambda _: next(parts), number.spelling)


def _padded(digits: str, value: int, width: int) -> str:
    return str(value).zfill(max(width, len(digits) if digits.startswith("0") else 0))


def padding(numbers: Mapping[Number, object]) -> int:
    """The width that zeros fill in a set of numbers (`007`: 3), 0 without padding or with a stray one."""
    digits = [match.group() for number in numbers if (match := _COUNTED.search(number.spelling))]
    width = max((len(d) for d in digits if len(d) > 1 and d.startswith("0")), default=0)
    return width if sum(len(d) >= width for d in digits) * 2 > len(digits) else 0


def renumbering(
    mentions: Mentions, document: Document, values: Values, width: int = 0
) -> tuple[Edit, ...] | None:
    """The edits that give numbers of a document new values; None where something could not be taken along."""
    changed = {
        number: New((*number.value[:-1], value), respelled(number, value, width))
        for number, value in values.items()
        if number.value[-1] != value or _written(number) != value
    }
    if not changed or _has_children(document, changed) or not all(n.spelling.isascii() for n in changed):
        return None
    try:
        return taken_along(mentions, document, changed)
    except ObstacleError:
        return None


def taken_along(
    mentions: Mentions, document: Document, new: Mapping[Number, New], change: Change = _NOTHING
) -> tuple[Edit, ...]:
    """The edits that write new numbers of a document everywhere; raises ObstacleError where that cannot be."""
    questions = {q.position: q for q in document.questions if q.number in new}
    for first, second in key_doubts(document, new):
        label = first.number.label if first.number else ""
        raise ObstacleError(
            document,
            second.span.start,
            f"this question and that at line {first.line} are both number {label}, and the answer key has one "
            "entry for them; give the new one a number that is free, and an entry of its own",
        )
    edits = {(document.path, number.span): become.spelling for number, become in new.items()}
    for rewriting in change.rewritings.values():
        edits |= {(edit.path, edit.span): edit.replacement for edit in rewriting.edits}
    for path, number, question in mentions.of(document):
        if question.position in questions and question.number:
            edits[path, number.span] = respelled_whole(number, new[question.number].value)
    made = [Edit(*place, text) for place, text in edits.items()]
    headings: dict[int, str | None] = {**renamed_by(document, made)}
    for index, heading in enumerate(document.headings):
        if written := change.rewritings.get(heading.question or 0):
            headings[index] = written.heading
    headings |= dict.fromkeys(change.lost)
    links = retargeted(mentions.link_map, document, headings, change.added, change.gone)
    if links is None:
        raise ObstacleError(document, 0, "a link leads to a heading that would no longer be one")
    for edit in (*_widened(document, questions, new), *links):
        edits[edit.path, edit.span] = edit.replacement
    return tuple(Edit(*place, text) for place, text in edits.items())


def _written(number: Number) -> int:
    """The last component as it is spelled: in `1. 1. 1.` lists the value is the rendered one."""
    digits = _COUNTED.search(number.spelling)
    return int(digits.group()) if digits else number.value[-1]


def _has_children(document: Document, changed: Mapping[Number, object]) -> bool:
    """Whether a changed number is the parent of others (`3` of `3.1`)."""
    parents = {number.value for number in changed}
    return any(
        q.number and len(q.number.value) > 1 and q.number.value[:-1] in parents for q in document.questions
    )


def _interrupts(document: Document, question: Question) -> bool:
    """Whether an item begins a list right under a line of prose, which it can do with the number 1 only."""
    source, index = document.source, document.source.line_index(question.span.start)
    return (
        index > 0 and source.lines[index - 1][:1].isalpha() and bool(_FIRST_ITEM.match(source.lines[index]))
    )


def _widened(
    document: Document, questions: Mapping[int, Question], new: Mapping[Number, New]
) -> Iterator[Edit]:
    """The moves of what is in list items whose markers grow or shrink with their numbers."""
    source, aligned = document.source, None
    for question in questions.values():
        number = question.number
        if number is None or new[number].spelling == number.spelling:
            continue
        if _interrupts(document, question):
            raise ObstacleError(document, question.span.start, _BELOW_TEXT)
        wider = len(new[number].spelling) - len(number.spelling)
        if question.kind not in ITEMS or number.span.start != question.span.start or not wider:
            continue
        if aligned is None:
            aligned = is_aligned(document)
        before = item_width(source, question.span.start)
        below = lines_below(source, question.span, question.body)
        if stands_alone(source, below):
            continue
        stays = fits(source, below, before, before + wider)
        if stays and not (aligned and wider < 0):
            continue
        body = moved(source, document.path, below, before, before + wider)
        if body is None and not stays:
            body = padded(source, document.path, question.span.start, wider)
            if body is None:
                raise ObstacleError(document, question.span.start, _UNMOVABLE)
        yield from body or ()
