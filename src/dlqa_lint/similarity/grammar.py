"""What is known about the words of a language: small words, frame words, verbs, roles, stems.

Every language is read by the same code; what a language has no table for plays no part in it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.language import ENGLISH, small_words
from dlqa_lint.similarity.languages import TABLED, stemmer
from dlqa_lint.similarity.stem import stem

_NONE: frozenset[str] = frozenset()
_PARTS = (
    "prepositions",
    "turns",
    "links",
    "joining",
    "negations",
    "things",
    "joints",
    "articled",
    "what",
    "acting",
    "opposite",
    "repeating",
    "small",
    "same",
    "how",
    "without",
    "away",
)
_LEAST_STEM = 4
"""Letters of a stem that tells a frame word; shorter ones are many words at once."""


_LEAST_ENDED = 5
"""Letters of a word whose ending says something; shorter ones end so by chance."""


class Frames(Mapping[str, str]):
    """Frame words that are known by themselves or by their stems, where these are long enough."""

    def __init__(self, facets: Mapping[str, str], stem_of: Callable[[str], str]) -> None:
        """Take the facets of words."""
        self._facets = facets
        self._stem = stem_of
        self._by_stem = {stem_of(word): facet for word, facet in reversed(tuple(facets.items()))}

    def __getitem__(self, word: str) -> str:
        facet = self._facets.get(word)
        if facet is None and len(stemmed := self._stem(word)) >= _LEAST_STEM:
            facet = self._by_stem.get(stemmed)
        if facet is None:
            raise KeyError(word)
        return facet

    def __iter__(self) -> Iterator[str]:
        return iter(self._facets)

    def __len__(self) -> int:
        return len(self._facets)


class Grammar(NamedTuple):
    """The words of a language by what they do in a question."""

    small: frozenset[str]
    """Words that name no subject."""
    frames: Mapping[str, str]
    """From a word that frames a question to the facet that it asks for."""
    verbs: Mapping[str, str]
    """From the stem of a verb such as "avoid" to its facet."""
    roles: Mapping[str, frozenset[str]]
    """The words that play a part of their own, such as prepositions."""
    same: Mapping[str, str]
    """From a stem to the stem that stands for it."""
    stem: Callable[[str], str]
    """The stem of a word."""

    def plays(self, word: str, part: str) -> bool:
        """Whether a word plays a part."""
        words = self.roles.get(part)
        return words is not None and word in words

    def words(self, part: str) -> frozenset[str]:
        """The words that play a part."""
        return self.roles.get(part, _NONE)

    def is_telling(self, word: str) -> bool:
        """Whether a word of the frame is a verb such as "explain", which says nothing of a way to do it."""
        return "telling" not in self.roles or word in self.roles["telling"]

    def deny(self, words: Iterable[str]) -> bool:
        """Whether one of the words denies something, by itself or by an ending as in Turkish."""
        given = list(words)
        if not self.words("negations").isdisjoint(given):
            return True
        return "without" in self.roles and any(self.ends(word, "without") for word in given)

    def ends(self, word: str, part: str) -> bool:
        """Whether a word has an ending that plays a part."""
        if part not in self.roles or len(word) <= _LEAST_ENDED:
            return False
        return word.endswith(tuple(self.roles[part]))

    def reduced(self, word: str) -> str:
        """The stem of a word, or of the synonym that stands for it; a name such as .NET has no synonym."""
        if word.startswith("."):
            return self.stem(word[1:])
        stemmed = self.stem(word)
        return self.same.get(stemmed, stemmed)


@cache
def grammar(language: str) -> Grammar:
    """What is known about a language."""
    if language == ENGLISH:
        return _english()
    if language in TABLED:
        return _tabled(language)
    return Grammar(small_words(language), {}, {}, {}, {}, str)


def _english() -> Grammar:
    same = {}
    for line in tables.lines("synonyms"):
        stems = [stem(word) for word in line.split()]
        same.update(dict.fromkeys(stems, stems[0]))
    return Grammar(
        small_words(ENGLISH),
        tables.keys("frames"),
        {stem(word): facet for word, facet in tables.keys("verbs").items()},
        {part: frozenset(words) for part, words in tables.groups("roles").items()},
        same,
        stem,
    )


def _tabled(language: str) -> Grammar:
    """A language with a table of its own: its frame words are known by their stems."""
    stem_of = stemmer(language)
    frames: dict[str, str] = {}
    roles: dict[str, frozenset[str]] = {}
    for key, words in tables.groups(f"languages/{language}").items():
        found = [word.casefold() for word in words]
        if key in _PARTS:
            roles[key] = frozenset(found)
        else:
            frames.update(dict.fromkeys(found, key))
    same: dict[str, str] = {}
    for line in tables.lines(f"languages/{language}"):
        if line.startswith("same: "):
            stems = [stem_of(word.casefold()) for word in line.split()[1:]]
            same.update(dict.fromkeys(stems, stems[0]))
    small = small_words(language) | roles.get("small", _NONE)
    return Grammar(small, Frames(frames, stem_of), {}, roles, same, stem_of)
