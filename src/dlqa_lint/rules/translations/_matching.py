"""Which question of a translation is which of the original: by anchor, by code, then by number, options and links.

Words are never compared. What only one document has is told where the rest shows it; between two questions of
about which only their order is known, only how many are missing.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dlqa_lint.edits.longest_rising import longest_rising
from dlqa_lint.links.targets import targets_of
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.rules.translations._alignment import aligned
from dlqa_lint.rules.translations._code import code_of, shape_of

_TRUSTED = 0.5
"""The part of the shorter document that must be matched: else they were read differently, or are two documents."""
_TELLING = 4
"""This many words and symbols of code are a question's own."""

_Found = dict[int, int]
_Span = tuple[range, range]


class Uneven(NamedTuple):
    """Questions between two that are matched, more on one side; which belong together is unknown."""

    original: tuple[Question, ...]
    translation: tuple[Question, ...]


class Matching(NamedTuple):
    """The questions of an original and its translation that are one, and those that only one of them has."""

    original: Document
    translation: Document
    pairs: tuple[tuple[Question, Question], ...]
    missing: tuple[Question, ...]
    surplus: tuple[Question, ...]
    uneven: tuple[Uneven, ...]


def uncrossed(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs, given by their first members, of which none crosses another."""
    return [pairs[index] for index in longest_rising([other for _, other in pairs])]


def matched(original: Document, translation: Document) -> Matching | None:
    """The questions that are one in two documents; None where too few can be told."""
    found: _Found = {}
    _match(found, _anchors(original), _anchors(translation))
    for sign in (code_of, lambda document, question: shape_of(code_of(document, question))):
        _match(found, _codes(original, sign), _codes(translation, sign))
    uneven: list[tuple[list[int], list[int]]] = []
    for here, there in list(_stretches(found, original, translation)):
        taken = set(found.values())
        ours = [at for at in here if at not in found]
        theirs = [at for at in there if at not in taken]
        pairs = aligned(original, ours, translation, theirs)
        if pairs is not None:
            found.update(pairs)
        elif ours and theirs:
            uneven.append((ours, theirs))
    unsure = sum(min(map(len, sides)) for sides in uneven)
    shorter = min(len(original.questions), len(translation.questions))
    return (
        _matching(original, translation, found, uneven) if len(found) + unsure >= _TRUSTED * shorter else None
    )


def _matching(
    original: Document,
    translation: Document,
    found: _Found,
    uneven: Sequence[tuple[Sequence[int], Sequence[int]]],
) -> Matching:
    ours, theirs = original.questions, translation.questions
    told = {at for here, _ in uneven for at in here} | found.keys()
    told_there = {at for _, there in uneven for at in there} | set(found.values())
    return Matching(
        original,
        translation,
        tuple((ours[at], theirs[found[at]]) for at in sorted(found)),
        tuple(question for at, question in enumerate(ours) if at not in told and not question.withdrawn),
        tuple(question for at, question in enumerate(theirs) if at not in told_there),
        tuple(
            Uneven(tuple(ours[at] for at in here), tuple(theirs[at] for at in there))
            for here, there in uneven
        ),
    )


def _match(found: _Found, ours: Mapping[Hashable, int], theirs: Mapping[Hashable, int]) -> None:
    """Match what carries the same mark, as long as neither side is matched already."""
    there = set(found.values())
    for sign, at in ours.items():
        other = theirs.get(sign)
        if other is not None and at not in found and other not in there:
            found[at] = other
            there.add(other)


def _anchors(document: Document) -> dict[Hashable, int]:
    """The questions by the anchors that were written for them; those of headings are made of words."""
    if not document.anchors:
        return {}
    places = targets_of(document).places.items()
    return {
        name: place.question.position - 1
        for name, place in places
        if place.question and name in document.anchors
    }


def _codes(document: Document, sign: Callable[[Document, Question], str]) -> dict[Hashable, int]:
    """The questions by their code or its shape, where it is theirs alone."""
    codes = [sign(document, question) for question in document.questions]
    counts = Counter(codes)
    return {
        code: at for at, code in enumerate(codes) if counts[code] == 1 and code.count(" ") + 1 >= _TELLING
    }


def _stretches(found: _Found, original: Document, translation: Document) -> Iterator[_Span]:
    """What is between neighbours that are matched, within the sections where both have as many."""
    ours, theirs = _sections(original), _sections(translation)
    if len(ours) != len(theirs):
        ours, theirs = [range(len(original.questions))], [range(len(translation.questions))]
    for here, there in zip(ours, theirs, strict=True):
        kept = uncrossed([(at, found[at]) for at in here if found.get(at, -1) in there])
        bounds = [(here.start - 1, there.start - 1), *kept, (here.stop, there.stop)]
        for (start, start_there), (end, end_there) in pairwise(bounds):
            yield range(start + 1, end), range(start_there + 1, end_there)


def _sections(document: Document) -> list[range]:
    """The indexes of the questions, section by section."""
    sections = [question.section for question in document.questions]
    starts = [at for at, section in enumerate(sections) if at == 0 or section != sections[at - 1]]
    return [range(start, end) for start, end in pairwise([*starts, len(sections)])]
