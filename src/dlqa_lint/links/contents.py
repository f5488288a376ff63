"""Which entry of a table of contents stands for which question.

An entry is matched by its words, its number and its anchor together, never by one of them against the other
two: so one cause gives one finding. Of questions with the same words the number, or an anchor that counts
them (`-1`), tells which is meant, and else their order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dlqa_lint.links.anchors import slug
from dlqa_lint.links.entries import NEARLY, entry_words, likeness, normal
from dlqa_lint.links.targets import Landing, Shelf
from dlqa_lint.model.bank import Contents, Document, Entry, Question
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex

# Two of the three outweigh the third; the same words outweigh a number alone, and an anchor alone.
_WORDS, _NUMBER, _ANCHOR = 1.1, 0.9, 1.0
_NEAR_WORDS, _LIKE_WORDS, _NEAR_ANCHOR = 0.8, 0.4, 0.8
_LETTER_BY_LETTER = 0.02
_LIKE = 0.6
"""From here on two texts with the same number are taken for one text in two wordings."""
_NUMBER_ALONE = 0.5
_MARGIN = 0.02
_IN_ANCHOR = regex(r"(?:[^\W\d_]{1,12}-?)?(\d{1,4})(?=-|\Z)")


class Match(NamedTuple):
    """An entry of a table of contents and what it stands for.

    `owner` is the document that holds the entry, `document` the one that its link aims at (its own for an
    entry without a link into the bank). `landing` is where its link really leads, `question` the question
    it means. `outside` says that the entry leads out of the bank and is not judged. `again` is the entry of
    the same table that stands for the question already. Where one thing alone speaks for the question, the
    match is not `sure`.
    """

    owner: Document
    contents: Contents
    entry: Entry
    document: Document
    landing: Landing | None
    question: Question | None
    outside: bool = False
    again: Entry | None = None
    sure: bool = True


class _Asked:
    """The questions of a document by what entries say of them."""

    def __init__(self, document: Document, shelf: Shelf) -> None:
        self.document = document
        self.anchors = shelf.targets(document).by_question
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
        self.first = document.questions[0].position if document.questions else 1

    def at(self, position: int) -> Question:
        """The question at a position."""
        return self.document.questions[position - self.first]

    def namesakes(self, question: Question) -> Sequence[Question]:
        """The questions with the same words, the question among them."""
        return self.by_words[normal(question.plain_text)]


class _Pair(NamedTuple):
    """An entry (by its index) with a question that it may stand for, and how much speaks for it."""

    score: float
    index: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    question: Question
    words: float


def match_entries(owner: Document, shelf: Shelf) -> Sequence[Match]:
    """The entries of all tables of contents of a document, each with the question that it stands for."""
    return _matches(shelf)[owner.path]


def all_matches(shelf: Shelf) -> Iterator[Match]:
    """The entries of all tables of contents of a bank."""
    for document in shelf.documents:
        yield from match_entries(document, shelf)


@lru_cache(maxsize=1)
def _matches(shelf: Shelf) -> Mapping[str, Sequence[Match]]:
    asked: dict[str, _Asked] = {}
    return {document.path: _matched(document, shelf, asked) for document in shelf.documents}


def _matched(owner: Document, shelf: Shelf, asked: dict[str, _Asked]) -> list[Match]:
    found: list[Match] = []
    elsewhere: Counter[tuple[str, int]] = Counter()
    for contents in owner.contents:
        rows = [_unmatched(owner, contents, entry, shelf) for entry in contents.entries]
        for row in rows:
            if row.document.path not in asked:
                asked[row.document.path] = _Asked(row.document, shelf)
        rows = _assigned(rows, asked, elsewhere)
        elsewhere.update((row.document.path, row.question.position) for row in rows if row.question)
        found += rows
    return found


def _unmatched(owner: Document, contents: Contents, entry: Entry, shelf: Shelf) -> Match:
    """An entry with the place to which its link leads."""
    if entry.link is None:
        return Match(owner, contents, entry, owner, None, None)
    aim = shelf.aim(owner, entry.link)
    if aim is None:
        return Match(owner, contents, entry, owner, None, None, outside=bool(entry.link.target))
    landing = shelf.targets(aim.document).find(aim.fragment) if aim.fragment else None
    if landing is None and aim.fragment:
        cased = shelf.targets(aim.document).but_for_case(aim.fragment)
        landing = shelf.targets(aim.document).places[cased] if cased else None
    return Match(owner, contents, entry, aim.document, landing, None, outside=aim.fragment is None)


def _assigned(
    rows: Sequence[Match], asked: Mapping[str, _Asked], elsewhere: Mapping[tuple[str, int], int]
) -> list[Match]:
    """The entries of one table, each with its question: the pairs for which most speaks come first."""
    pairs = [pair for index, row in enumerate(rows) for pair in _pairs(index, row, asked[row.document.path])]
    found = list(rows)
    holders: dict[tuple[str, int], Entry] = {}

    def order(pair: _Pair) -> tuple[float, int, int, int]:
        listed = elsewhere.get((rows[pair.index].document.path, pair.question.position), 0)
        return -pair.score, listed, pair.index, pair.question.position

    def take(pair: _Pair, *, again: bool) -> None:
        row = found[pair.index]
        key = row.document.path, pair.question.position
        if row.question is not None or (key in holders) != again:
            return
        sure = pair.score >= _WORDS
        found[pair.index] = row._replace(question=pair.question, sure=sure, again=holders.get(key))
        holders.setdefault(key, row.entry)

    pairs.sort(key=order)
    for pair in pairs:
        take(pair, again=False)
    for index, row in enumerate(found):
        if row.question is None and (near := _nearest(index, row, asked[row.document.path], holders)):
            take(near, again=False)
    for pair in pairs:
        if pair.words >= _NEAR_WORDS:
            take(pair, again=True)
    return found


def _pairs(index: int, row: Match, asked: _Asked) -> Iterator[_Pair]:
    """The questions that an entry may stand for, by its words, its number, or where it leads or led."""
    if row.outside or _leads_to_a_section(row, asked):
        return
    entry, words = row.entry, normal(entry_words(row.entry))
    fragment = entry.link.target.partition("#")[2] if entry.link else ""
    dead = bool(fragment) and row.landing is None
    led = (
        asked.document.questions[row.landing.question] if row.landing and row.landing.question >= 0 else None
    )
    named = asked.by_words.get(words, ()) if words else ()
    numbered = asked.by_number.get(entry.number.key, ()) if entry.number else ()
    meant = _named_by(fragment, asked) if dead else ()
    leading = {q.position for q in _led_to(led, fragment, asked)} if led else set[int]()
    said = " ".join((entry.link.text if entry.link else entry.text).split())
    for question in {q.position: q for q in (*named, *numbered, *meant, *map(asked.at, leading))}.values():
        likely = likeness(words, normal(question.plain_text))
        same_number = question in numbered
        score = weight = _of_words(likely, exact=said.endswith(question.text), numbered=same_number)
        score += _NUMBER * same_number + _ANCHOR * (question.position in leading)
        score += _NEAR_ANCHOR * (question in meant)
        # A number alone says little where the words are others and the link leads to a living place.
        alone = same_number and score == _NUMBER
        if alone and not dead:
            continue
        if question.position in leading and score == _ANCHOR and named:
            continue  # another question has exactly these words
        yield _Pair(_NUMBER_ALONE if alone else score, index, question, weight)


def _of_words(likely: float, *, exact: bool, numbered: bool) -> float:
    """What the words of an entry say for a question."""
    if likely == 1.0:
        return _WORDS + _LETTER_BY_LETTER * exact
    if likely >= NEARLY:
        return _NEAR_WORDS
    return _LIKE_WORDS if numbered and likely >= _LIKE else 0.0


def _leads_to_a_section(row: Match, asked: _Asked) -> bool:
    """Whether an entry leads to a section, or to a sub-heading of an answer.

    One that leads to the title may mean a question with the title's words: both have one anchor.
    """
    landing, title = row.landing, row.document.title
    if landing is None or landing.question >= 0:
        return False
    if landing.at > 0 and not (title and title.span.start <= landing.at < title.span.end):
        return True
    words = normal(entry_words(row.entry))
    return title is not None and words == normal(title.plain_text) and words not in asked.by_words


def _led_to(led: Question, fragment: str, asked: _Asked) -> Iterable[Question]:
    """The question to which an anchor leads; with its namesakes unless the anchor tells which one it is.

    Who links to the second of two questions with the same words may not know of the `-1` that it takes.
    """
    namesakes = asked.namesakes(led)
    plain_anchor = slug(plain(led.text)) if len(namesakes) > 1 else ""
    return namesakes if plain_anchor and fragment.casefold().endswith(plain_anchor) else (led,)


def _named_by(fragment: str, asked: _Asked) -> Sequence[Question]:
    """The questions that an anchor names that leads nowhere: by its words, or by the number it begins with."""
    said = normal(fragment)
    known = asked.by_anchor.get(said)
    if known is not None:
        return (asked.at(known),)
    number = _IN_ANCHOR.match(fragment.casefold())
    return asked.by_value.get(int(number.group(1)), ()) if number else ()


def _nearest(index: int, row: Match, asked: _Asked, holders: Mapping[tuple[str, int], Entry]) -> _Pair | None:
    """The one free question whose words or whose anchor are nearly an entry's."""
    if row.outside or _leads_to_a_section(row, asked):
        return None
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
    return _Pair(_WORDS, index, best[0][1], _NEAR_WORDS)
