"""What speaks for a question being the one that an entry of a table of contents means."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from dlqa_lint.links.anchors import slug
from dlqa_lint.links.entries import NEARLY, entry_words, likeness, normal
from dlqa_lint.links.match import Match
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Document, Entry, Question
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex

# Two of the three outweigh the third; the same words outweigh a number alone, and an anchor alone.
WORDS, _NUMBER, _ANCHOR = 1.1, 0.9, 1.0
NEAR_WORDS, _LIKE_WORDS, _NEAR_ANCHOR = 0.8, 0.4, 0.8
LETTER_BY_LETTER = 0.02
_LIKE = 0.6
"""From here on two texts with the same number are taken for one text in two wordings."""
_NUMBER_ALONE = 0.5
_MARGIN = 0.02
_IN_ANCHOR = regex(r"(?:[^\W\d_]{1,12}-?)?(\d{1,4})(?=-|\Z)")


class QuestionsByEntry:
    """The questions of a document by what entries say of them."""

    def __init__(self, document: Document, link_map: LinkMap) -> None:
        self.document = document
        self.anchors = link_map.targets(document).by_question
        self.by_words: dict[str, list[Question]] = {}
        self.by_number: dict[object, list[Question]] = {}
        self.by_value: dict[int, list[Question]] = {}
        for question in document.questions:
            self.by_words.setdefault(normal(question.plain_text), []).append(question)
            if question.number:
                self.by_number.setdefault(question.number.key, []).append(question)
                if len(question.number.value) == 1:
                    self.by_value.setdefault(question.number.value[0], []).append(question)
        self.by_anchor = {normal(anchor): position for position, anchor in self.anchors.items()}

    @cached_property
    def sections(self) -> frozenset[str]:
        """What entries say of the sections."""
        return frozenset(normal(section.name) for section in self.document.sections)

    def other_words(self, fragment: str, question: Question) -> bool:
        """Whether an anchor has other words than that of a question, with which it may share the number."""
        return likeness(normal(fragment), normal(self.anchors.get(question.position, ""))) < _LIKE

    def namesakes(self, question: Question) -> Sequence[Question]:
        """The questions with the same words, the question among them."""
        return self.by_words[normal(question.plain_text)]


class EntryPair(NamedTuple):
    """An entry (by its index) with a question that it may stand for, and how much speaks for it."""

    score: float
    index: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    question: Question
    words: float


def pairs_of(index: int, row: Match, asked: QuestionsByEntry) -> Iterator[EntryPair]:
    """The questions that an entry may stand for, by its words, its number, or where it leads or led."""
    entry, words = row.entry, normal(entry_words(row.entry))
    fragment = entry.link.target.partition("#")[2] if entry.link else ""
    dead = bool(fragment) and row.landing is None
    led = row.landing.question if row.landing else None
    named = asked.by_words.get(words, ()) if words else ()
    numbered = asked.by_number.get(entry.number.key, ()) if entry.number else ()
    meant = _named_by(fragment, asked) if dead else ()
    leading = {q.position for q in _led_to(led, fragment, asked)} if led else set[int]()
    said = " ".join((entry.link.text if entry.link else entry.text).split())
    for question in {
        q.position: q for q in (*named, *numbered, *meant, *map(asked.document.at, leading))
    }.values():
        likely = likeness(words, normal(question.plain_text))
        same_number = question in numbered
        score = weight = _of_words(likely, exact=said.endswith(question.text), numbered=same_number)
        score += _NUMBER * same_number + _ANCHOR * (question.position in leading)
        # `[2. Why?](#2-why)` says its number twice, and by now another question may have it.
        score += _NEAR_ANCHOR * (
            question in meant and not (same_number and asked.other_words(fragment, question))
        )
        # A number alone says little where the words are others and the link leads to a living place.
        alone = same_number and score == _NUMBER
        if alone and not dead:
            continue
        if question.position in leading and score == _ANCHOR and named:
            continue  # another question has exactly these words
        yield EntryPair(_NUMBER_ALONE if alone else score, index, question, weight)


def _of_words(likely: float, *, exact: bool, numbered: bool) -> float:
    """What the words of an entry say for a question."""
    if likely == 1.0:
        return WORDS + LETTER_BY_LETTER * exact
    if likely >= NEARLY:
        return NEAR_WORDS
    return _LIKE_WORDS if numbered and likely >= _LIKE else 0.0


def _led_to(led: Question, fragment: str, asked: QuestionsByEntry) -> Iterable[Question]:
    """The question to which an anchor leads; with its namesakes unless the anchor tells which one it is.

    Who links to the second of two questions with the same words may not know of the `-1` that it takes.
    """
    namesakes = asked.namesakes(led)
    plain_anchor = slug(plain(led.text)) if len(namesakes) > 1 else ""
    return namesakes if plain_anchor and fragment.casefold().endswith(plain_anchor) else (led,)


def _named_by(fragment: str, asked: QuestionsByEntry) -> Sequence[Question]:
    """The questions that an anchor names that leads nowhere: by its words, or by the number it begins with."""
    said = normal(fragment)
    known = asked.by_anchor.get(said)
    if known is not None:
        return (asked.document.at(known),)
    number = _IN_ANCHOR.match(fragment.casefold())
    return asked.by_value.get(int(number.group(1)), ()) if number else ()


def nearest(
    index: int, row: Match, asked: QuestionsByEntry, holders: Mapping[tuple[str, int], Entry]
) -> EntryPair | None:
    """The one free question whose words or whose anchor are nearly an entry's."""
    words = normal(entry_words(row.entry))
    fragment = row.entry.link.target.partition("#")[2] if row.entry.link and row.landing is None else ""
    best: list[tuple[float, Question]] = []
    for question in asked.document.questions:
        if (row.document.path, question.position) in holders:
            continue
        likely = likeness(words, normal(question.plain_text))
        if fragment and likely < NEARLY:
            likely = likeness(normal(fragment), normal(asked.anchors.get(question.position, "")))
        if likely >= NEARLY:
            best.append((likely, question))
    best.sort(key=lambda scored: -scored[0])
    if not best or (len(best) > 1 and best[0][0] - best[1][0] < _MARGIN):
        return None
    return EntryPair(WORDS, index, best[0][1], NEAR_WORDS)
