"""Giving questions other numbers, with all that goes by them: contents, anchors, links, references."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dlqa_lint.edits.indent import fits, item_width, lines_below, moved, padded
from dlqa_lint.edits.retarget import retargeted
from dlqa_lint.filters.suppressions import distinctions
from dlqa_lint.links.contents import all_matches
from dlqa_lint.links.references import references
from dlqa_lint.links.targets import Shelf
from dlqa_lint.model.bank import Document, Number, Question
from dlqa_lint.model.finding import Edit
from dlqa_lint.model.numbers import has_keycaps, in_keycaps
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_COUNTED = regex(r"\d+(?=\D*$)")
_FIRST_ITEM = regex(r"0*1[.)][ \t]")

Values = Mapping[Number, int]
"""New values of numbers' last components, by the numbers as they are."""


def respelled(number: Number, value: int, width: int = 0) -> str:
    """A number with another last component: its padding (at least to `width`), suffix and parents stay."""
    if has_keycaps(number.spelling):
        return in_keycaps(value)

    def padded(match: re.Match[str]) -> str:
        digits = match.group()
        return str(value).zfill(max(width, len(digits) if digits.startswith("0") else 0))

    return _COUNTED.sub(padded, number.spelling)


def padding(numbers: Mapping[Number, object]) -> int:
    """The width that zeros fill in a set of numbers (`007`: 3), 0 without padding or with a stray one."""
    digits = [match.group() for number in numbers if (match := _COUNTED.search(number.spelling))]
    width = max((len(d) for d in digits if len(d) > 1 and d.startswith("0")), default=0)
    return width if sum(len(d) >= width for d in digits) * 2 > len(digits) else 0


def renumbering(
    mentions: "Mentions", document: Document, values: Values, width: int = 0
) -> tuple[Edit, ...] | None:
    """The edits that give numbers of a document new values; None where something could not be taken along."""
    changed = {
        number: respelled(number, value, width)
        for number, value in values.items()
        if number.value[-1] != value or _written(number) != value
    }
    if not changed or _has_children(document, changed) or not all(n.spelling.isascii() for n in changed):
        return None
    questions = {q.position: q for q in document.questions if q.number in changed}
    if any(_interrupts(document, question) for question in questions.values()):
        return None
    edits = {(document.path, number.span): spelling for number, spelling in changed.items()}
    bodies = _widened(document, questions, changed)
    links = retargeted(mentions.shelf, document, dict(_renamed(document, questions, changed)))
    if bodies is None or links is None:
        return None
    for edit in (*bodies, *links):
        edits[edit.path, edit.span] = edit.replacement
    for path, number, question in mentions.of(document):
        if question.position in questions and question.number:
            edits[path, number.span] = respelled(number, values[question.number])
    return tuple(Edit(path, span, replacement) for (path, span), replacement in edits.items())


def _written(number: Number) -> int:
    """The last component as it is spelled: in `1. 1. 1.` lists the value is the rendered one."""
    digits = _COUNTED.search(number.spelling)
    return int(digits.group()) if digits else number.value[-1]


def _has_children(document: Document, changed: Mapping[Number, str]) -> bool:
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
    document: Document, questions: Mapping[int, Question], changed: Mapping[Number, str]
) -> list[Edit] | None:
    """The moves of what stands in list items whose markers grow or shrink with their numbers."""
    source, edits = document.source, list[Edit]()
    for question in questions.values():
        number = question.number
        if (
            number is None
            or question.kind not in ("item", "item-heading")
            or number.span.start != question.span.start
        ):
            continue
        before = item_width(source, question.span.start)
        after = before + len(changed[number]) - len(number.spelling)
        below = lines_below(source, question.span, question.body)
        if before != after and not fits(source, below, before, after):
            body = moved(source, document.path, below, before, after)
            if body is None:
                body = padded(source, document.path, question.span.start, after - before)
            if body is None:
                return None
            edits += body
    return edits


def _renamed(
    document: Document, questions: Mapping[int, Question], changed: Mapping[Number, str]
) -> Iterator[tuple[int, str]]:
    """The new texts of the headings that hold a changed number."""
    for index, heading in enumerate(document.headings):
        question = questions.get(heading.question or 0)
        if (
            question
            and question.number
            and heading.text_span.start <= question.number.span.start < heading.text_span.end
        ):
            at = question.number.span.start - heading.text_span.start
            end = at + len(question.number.spelling)
            yield index, heading.text[:at] + changed[question.number] + heading.text[end:]


class Mention(NamedTuple):
    """A place besides its own where a question's number is written; `number` is how it is written there."""

    path: str
    number: Number
    question: Question


class Mentions:
    """Where the numbers of a bank's questions are written; read once a document, for all faults in it."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._known: dict[str, tuple[Mention, ...]] = {}

    def of(self, document: Document) -> tuple[Mention, ...]:
        """The contents entries, links and references in the text that say a document's numbers."""
        if document.path not in self._known:
            entries, links = _in_contents(self.shelf, document), _in_links(self.shelf, document)
            comments = _in_suppressions(self.shelf, document)
            self._known[document.path] = (*entries, *links, *_in_text(self.shelf, document), *comments)
        return self._known[document.path]


def _in_contents(shelf: Shelf, document: Document) -> Iterator[Mention]:
    for match in all_matches(shelf):
        if match.document.path == document.path and match.question:
            number, said = match.question.number, match.entry.number
            if number and said and said.key == number.key:
                yield Mention(match.owner.path, said, match.question)


def _in_links(shelf: Shelf, document: Document) -> Iterator[Mention]:
    for owner in shelf.documents:
        for link in owner.links:
            aim = shelf.aim(owner, link) if not link.in_contents else None
            if aim is None or not aim.fragment or aim.document.path != document.path:
                continue
            landing = shelf.targets(document).find(aim.fragment)
            question = document.questions[landing.question] if landing and landing.question >= 0 else None
            parts = parse_line(link.text, space_delimits=True)
            if question and question.number and parts.number == question.number.spelling:
                at = link.text_span.start + parts.number_at
                yield Mention(owner.path, _spelled(question.number, parts.number, at), question)


def _in_text(shelf: Shelf, document: Document) -> Iterator[Mention]:
    """The references in a document's own text, those in links to other documents left out."""
    elsewhere = []
    for link in document.links:
        aim = shelf.aim(document, link)
        if aim and aim.document.path != document.path:
            elsewhere.append(link.span)
    for reference in references(document):
        target, at = reference.target, reference.span.start
        if target and target.number and not any(span.start <= at < span.end for span in elsewhere):
            yield Mention(document.path, _spelled(target.number, reference.number, at), target)


def _in_suppressions(shelf: Shelf, document: Document) -> Iterator[Mention]:
    """The comments of the bank that call another question distinct from one of a document's."""
    for owner in shelf.documents:
        for _, name, (target, question) in distinctions(owner, shelf.documents):
            number, spelling = question.number, name.text.rpartition("#")[2]
            if target.path == document.path and number and spelling in (number.label, number.spelling):
                at = name.span.end - len(spelling)
                yield Mention(owner.path, _spelled(number, spelling, at), question)


def _spelled(number: Number, spelling: str, at: int) -> Number:
    """A question's number as it is written in another place."""
    return Number(spelling, number.value, number.suffix, Span(at, at + len(spelling)))
