"""The places besides its own in which a question's number is written."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate, chain
from types import MappingProxyType
from typing import NamedTuple

from dlqa_lint.edits.continued_files import up_to
from dlqa_lint.filters.suppressions import Meanings
from dlqa_lint.links.contents import all_matches
from dlqa_lint.links.references import Reference, references, references_in_titles
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Document, Number, Question, key_for
from dlqa_lint.model.numbers import key_of
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_DIGITS = regex(r"\d+")


class Mention(NamedTuple):
    """A place besides its own where a question's number is written; `number` is how it is written there."""

    path: str
    number: Number
    question: Question


class Mentions:
    """Where the numbers of a bank's questions are written; read once a document, for all that needs it.

    `before` gives the documents that are parts of one count over several files, by the path of the next part.
    """

    def __init__(self, link_map: LinkMap, before: Mapping[str, Document] = MappingProxyType({})) -> None:
        self.link_map = link_map
        self._before = before
        self._known: dict[str, tuple[Mention, ...]] = {}

    def of(self, document: Document) -> tuple[Mention, ...]:
        """All places that say a document's numbers: contents, links, text, comments, keys, markers, ranges."""
        if document.path not in self._known:
            found = [*_in_contents(self.link_map, document), *_in_links(self.link_map, document)]
            found += [*_in_text(self.link_map, document), *_in_suppressions(self.link_map, document)]
            found += [*_in_keys(document), *_in_markers(document), *_in_range(document)]
            found += _in_parts([part for part in self._parts(document) if part is not document], document)
            self._known[document.path] = tuple(found)
        return self._known[document.path]

    def _parts(self, document: Document) -> list[Document]:
        """The documents that count on from each other with one, itself included."""
        first = up_to(document.path, self._before)[-1]
        return [part for part in self.link_map.documents if up_to(part.path, self._before)[-1] == first]


def _in_contents(link_map: LinkMap, document: Document) -> Iterator[Mention]:
    for match in all_matches(link_map):
        if match.document.path != document.path or match.question is None or match.question.number is None:
            continue
        number, said = match.question.number, match.entry.number
        if said and said.key == number.key:
            yield Mention(match.owner.path, said, match.question)
        elif said is None and not number.spelling.isascii():
            # Keycaps and Chinese words are read as the number of a question only.
            span = match.entry.link.text_span if match.entry.link else match.entry.span
            at = match.owner.source.text.find(number.spelling, *span)
            if at >= 0:
                yield Mention(match.owner.path, _spelled(number, number.spelling, at), match.question)


def _in_links(link_map: LinkMap, document: Document) -> Iterator[Mention]:
    for owner in link_map.documents:
        # `- [1. Why?](b.md#1-why)` may ask itself, and has its own number.
        own = {asked.number.span.start for asked in owner.questions if asked.number} if owner.links else set()
        for link in owner.links:
            aim = link_map.aim(owner, link) if not link.in_contents else None
            if aim is None or not aim.fragment or aim.document.path != document.path:
                continue
            landing = link_map.targets(document).find(aim.fragment)
            question = landing.question if landing else None
            parts = parse_line(link.text, space_delimits=True)
            if question and question.number and parts.number == question.number.spelling:
                at = link.text_span.start + parts.number_at
                if at not in own:
                    yield Mention(owner.path, _spelled(question.number, parts.number, at), question)


def _in_text(link_map: LinkMap, document: Document) -> Iterator[Mention]:
    """The references in a document's own text, those in links to other documents left out."""
    elsewhere: list[Span] = []
    for link in document.links:
        aim = link_map.aim(document, link)
        if aim and aim.document.path != document.path:
            elsewhere.append(link.span)
    elsewhere.sort()
    ends = list(accumulate((span.end for span in elsewhere), max))
    for reference in chain(references(document), references_in_titles(document)):
        target, at = reference.target, reference.span.start
        near = bisect_right(elsewhere, at, key=lambda span: span.start) - 1
        inside = near >= 0 and at < ends[near]
        if target and target.number and not inside:
            yield Mention(document.path, _spelled(target.number, reference.number, at), target)


def _in_suppressions(link_map: LinkMap, document: Document) -> Iterator[Mention]:
    """The comments of the bank that call another question distinct from one of a document's."""
    meanings = Meanings(link_map.documents)
    for owner in link_map.documents:
        for _, name, (target, question) in meanings.of(owner):
            number, spelling = question.number, name.text.rpartition("#")[2]
            if target.path == document.path and number and spelling in (number.label, number.spelling):
                at = name.span.end - len(spelling)
                yield Mention(owner.path, _spelled(number, spelling, at), question)


def _in_parts(others: Iterable[Document], document: Document) -> Iterator[Mention]:
    """The references in other parts of a count to questions of a document."""
    bearing = {question.number.key: question for question in document.questions if question.number}
    for other in others:
        for reference in references(other):
            target = bearing.get(key_of(reference.number)) if reference.target is None else None
            if target and target.number:
                yield Mention(
                    other.path, _spelled(target.number, reference.number, reference.span.start), target
                )


def _in_range(document: Document) -> Iterator[Mention]:
    """The ends of a stated range (`Questions 51-100`) that are the first and the last number."""
    numbered = [question for question in document.questions if question.number]
    if document.stated is None or not numbered:
        return
    digits = list(_DIGITS.finditer(document.source.text, *document.stated.span))
    for said, question in ((digits[0], numbered[0]), (digits[-1], numbered[-1])):
        if question.number and question.number.value[-1] == int(said.group()):
            yield Mention(document.path, _spelled(question.number, said.group(), said.start()), question)


def doubtful_references(document: Document, changing: Collection[Number]) -> Iterator[Reference]:
    """The references to a number that several questions have, of which some get another.

    In an answer those of one run count, elsewhere all that may be meant.
    """
    bearing: dict[object, list[Question]] = {}
    for question in document.questions:
        if question.number:
            bearing.setdefault(question.number.key, []).append(question)
    for reference in chain(references(document), references_in_titles(document)):
        target = reference.target
        found = bearing.get(key_of(reference.number), [])
        alike = [question for question in found if target is None or question.run == target.run]
        if len(alike) > 1 and any(question.number in changing for question in alike):
            yield reference


def revived_references(document: Document, given: Iterable[tuple[object, str]]) -> Iterator[Reference]:
    """The references to a number that no question has, and that one gets: it need not be the one that was meant.

    `given` are the values and suffixes that questions get.
    """
    unborne = set(given) - {question.number.key for question in document.questions if question.number}
    for reference in chain(references(document), references_in_titles(document)) if unborne else ():
        if reference.target is None and key_of(reference.number) in unborne:
            yield reference


def key_doubts(document: Document, changing: Collection[Number]) -> Iterator[tuple[Question, Question]]:
    """The pairs of questions with one entry of an answer key, of which one gets another number."""
    holders: dict[Span, Question] = {}
    for question in document.questions:
        key = key_for(question, document.keys)
        entry = key.entry_of(question) if key else None
        if entry and len(question.options) > 1:
            first = holders.setdefault(entry.span, question)
            if first is not question and {first.number, question.number} & set(changing):
                yield first, question


def _in_keys(document: Document) -> Iterator[Mention]:
    """The entries of answer keys; one stands for the first question with its number."""
    said = set[Span]()
    for question in document.questions:
        key = key_for(question, document.keys)
        entry = key.entry_of(question) if key else None
        if entry is None or question.number is None or entry.span in said:
            continue
        said.add(entry.span)
        if digits := _DIGITS.search(document.source.text, *entry.span):
            yield Mention(document.path, _spelled(question.number, digits.group(), digits.start()), question)


def _in_markers(document: Document) -> Iterator[Mention]:
    """The markers of answers that repeat the number: `Answer 7: …`."""
    for question in document.questions:
        marker = question.answer.marker if question.answer else None
        if marker is None or question.number is None:
            continue
        for digits in _DIGITS.finditer(document.source.text, *marker.span):
            if (int(digits.group()),) == question.number.value:
                yield Mention(
                    document.path, _spelled(question.number, digits.group(), digits.start()), question
                )


def _spelled(number: Number, spelling: str, at: int) -> Number:
    """A question's number as it is written in another place."""
    return Number(spelling, number.value, number.suffix, Span(at, at + len(spelling)))
