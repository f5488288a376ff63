"""Which entry of a table of contents stands for which question.

An entry is matched by its anchor, else by number and nearly the same text, so that one cause gives one
finding.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from dlqa_lint.links.targets import Landing, Shelf
from dlqa_lint.model.bank import Contents, Document, Entry, Question
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex

# Signs that make words differ (C++ and C#, == and ===, + and -) count; all other punctuation does not.
_TELLING = frozenset("+#=<>&|^%/")
_EMOJI_SELECTOR = "\ufe0f"
_SPACES = regex(r"\s+")
NEARLY = 0.85
"""Share of letter pairs from which two texts are nearly the same; wording and typing slips stay above it."""
_NEARLY_WITH_NUMBER = 0.6


class Match(NamedTuple):
    """An entry of a table of contents and what it stands for.

    `owner` is the document that holds the entry, `document` the one that its link aims at (its own for an
    entry without a link into the bank). `landing` is where its link really leads, `question` the question
    it means. `outside` says that the entry leads out of the bank and is not judged.
    """

    owner: Document
    contents: Contents
    entry: Entry
    document: Document
    landing: Landing | None
    question: Question | None
    outside: bool = False


def entry_words(entry: Entry) -> str:
    """The words of an entry without its number."""
    written = entry.link.text if entry.link else entry.text
    parts = parse_line(_SPACES.sub(" ", written.strip()), space_delimits=False)
    return plain(parts.text)


@lru_cache(maxsize=65536)
def normal(words: str) -> str:
    """Words without case, punctuation and spacing: what two equal texts share."""
    return "".join(
        letter
        for letter in words.casefold()
        if letter in _TELLING or (category(letter)[0] in "LMN" and letter != _EMOJI_SELECTOR)
    )


def likeness(first: str, second: str) -> float:
    """The share of letter pairs (0 to 1) that two normal texts have in common."""
    if first == second:
        return 1.0
    shorter, longer = sorted((len(first), len(second)))
    if shorter < 2 or shorter * 2 < longer:
        return 0.0
    shared = (_pairs(first) & _pairs(second)).total()
    return 2 * shared / (len(first) + len(second) - 2)


@lru_cache(maxsize=65536)
def _pairs(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


@dataclass
class _Titles:
    """The questions of a document by their words; `claimed` are those that an anchor already stands for."""

    document: Document
    claimed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.by_words: dict[str, list[Question]] = {}
        for question in self.document.questions:
            self.by_words.setdefault(normal(question.plain_text), []).append(question)

    def same(self, words: str) -> Question | None:
        """The question with an entry's words, one that no other entry stands for if possible."""
        found = self.by_words.get(words, [])
        free = [question for question in found if question.position not in self.claimed]
        return (free or found)[0] if found else None

    def near(self, words: str, entry: Entry) -> Question | None:
        """The one free question whose words are nearly an entry's."""
        best: list[tuple[float, Question]] = []
        for question in self.document.questions:
            if question.position in self.claimed:
                continue
            same_number = entry.number and question.number and entry.number.key == question.number.key
            likely = likeness(words, normal(question.plain_text))
            if likely >= (_NEARLY_WITH_NUMBER if same_number else NEARLY):
                best.append((likely + bool(same_number), question))
        best.sort(key=lambda scored: -scored[0])
        if len(best) > 1 and best[0][0] - best[1][0] < 0.02:
            return None
        return best[0][1] if best else None


def match_entries(owner: Document, shelf: Shelf) -> Sequence[Match]:
    """The entries of all tables of contents of a document, each with the question that it stands for."""
    return _matches(shelf)[owner.path]


@lru_cache(maxsize=1)
def _matches(shelf: Shelf) -> Mapping[str, Sequence[Match]]:
    return {document.path: _matched(document, shelf) for document in shelf.documents}


def _matched(owner: Document, shelf: Shelf) -> list[Match]:
    found = [
        _by_anchor(owner, contents, entry, shelf) for contents in owner.contents for entry in contents.entries
    ]
    titles: dict[str, _Titles] = {}
    for index, match in enumerate(found):
        path = match.document.path
        aimed = titles[path] = titles.get(path) or _Titles(match.document)
        if match.question and match.question.position in aimed.claimed:
            found[index] = _namesake_of(match, aimed)
        if question := found[index].question:
            aimed.claimed.add(question.position)
    return [_by_words(match, titles[match.document.path]) for match in found]


def all_matches(shelf: Shelf) -> Iterator[Match]:
    """The entries of all tables of contents of a bank."""
    for document in shelf.documents:
        yield from match_entries(document, shelf)


def _by_anchor(owner: Document, contents: Contents, entry: Entry, shelf: Shelf) -> Match:
    """An entry with the question that its link leads to, where the words do not contradict the link."""
    if entry.link is None:
        return Match(owner, contents, entry, owner, None, None)
    aim = shelf.aim(owner, entry.link)
    if aim is None:
        return Match(owner, contents, entry, owner, None, None, outside=bool(entry.link.target))
    landing = shelf.targets(aim.document).find(aim.fragment) if aim.fragment else None
    if landing is None and aim.fragment:
        cased = shelf.targets(aim.document).but_for_case(aim.fragment)
        landing = shelf.targets(aim.document).places[cased] if cased else None
    question = aim.document.questions[landing.question] if landing and landing.question >= 0 else None
    if question and likeness(normal(entry_words(entry)), normal(question.plain_text)) < NEARLY:
        question = None if _named_elsewhere(entry, aim.document) else question
    return Match(owner, contents, entry, aim.document, landing, question, outside=aim.fragment is None)


def _named_elsewhere(entry: Entry, document: Document) -> bool:
    """Whether some question has exactly an entry's words."""
    words = normal(entry_words(entry))
    return any(normal(question.plain_text) == words for question in document.questions)


def _namesake_of(match: Match, titles: _Titles) -> Match:
    """A second entry for one question, given to a free question of the same words where there is one."""
    other = titles.same(normal(entry_words(match.entry)))
    free = other is not None and other.position not in titles.claimed
    return match._replace(question=other) if free else match


def _by_words(match: Match, titles: _Titles) -> Match:
    """An entry that no anchor matches, with the question that has its words."""
    if match.outside or match.question:
        return match
    if match.landing and match.landing.question < 0 and match.landing.at > 0:
        return match  # it leads to a section, or to a sub-heading of an answer
    words = normal(entry_words(match.entry))
    question = (titles.same(words) or titles.near(words, match.entry)) if words else None
    if question:
        titles.claimed.add(question.position)
    return match._replace(question=question)
