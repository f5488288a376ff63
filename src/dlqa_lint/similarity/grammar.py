"""What is known about the words of a language: small words, frame words, verbs, roles, stems.

Every language is read by the same code; what a language has no table for plays no part in it.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.snowball import OTHER_SCRIPT, TABLED, stemmer
from dlqa_lint.similarity.stem import stem
from dlqa_lint.similarity.text_language import ENGLISH, IDEOGRAPHIC, small_words

WITHIN = "_"
"""What stands for the blanks of a phrase, in the tables and in the word that a phrase becomes."""

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
    "sides",
    "detached",
    "finite",
    "verbal",
    "asking",
    "particles",
    "telling",
    "heading",
    "closing",
    "whole",
    "within",
    "goes",
    "endings",
    "fields",
    "light",
    "which",
    "points",
    "leads",
    "trails",
    "cases",
    "manner",
    "counts",
    "pronouns",
)
NO_FACETS = frozenset((*_PARTS, "same", "opposite")) - {"small"}
"""The keys of a language's table that name no facet of a question; "small" words have none."""

_LEAST_STEM = 4
"""Letters of a stem that identifies a frame word; shorter ones belong to many words."""


_LEAST_ENDED = 5
"""Letters of a word whose ending says something; shorter ones end so by chance."""


class Frames(Mapping[str, str]):
    """Frame words that are known by themselves or by their stems, where these are long enough."""

    def __init__(
        self, facets: Mapping[str, str], stem_of: Callable[[str], str], others: Container[str] = ()
    ) -> None:
        """Take the facets of words, and words that are known for something else."""
        self._facets = facets
        self._others = others
        self._stem = stem_of
        self._by_stem = {stem_of(word): facet for word, facet in reversed(tuple(facets.items()))}

    def __getitem__(self, word: str) -> str:
        facet = self._facets.get(word)
        if facet is None and word not in self._others and len(stemmed := self._stem(word)) >= _LEAST_STEM:
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
    """From a word or a stem to the word that stands for it."""
    stem: Callable[[str], str]
    """The stem of a word."""
    fields: frozenset[str] = _NONE
    """The words, as they stand for their synonyms, that name a field: in a question it goes without saying."""
    light: frozenset[str] = _NONE
    """The words, and their stems, that add nothing to what else is named: "what is considered normal"."""

    @property
    def names_subject_first(self) -> bool:
        """Whether what a question wants to know stands behind its subject, as in Turkish."""
        return "closing" in self.roles

    def plays(self, word: str, part: str) -> bool:
        """Whether a word plays a part."""
        words = self.roles.get(part)
        return words is not None and word in words

    def words(self, part: str) -> frozenset[str]:
        """The words that play a part."""
        return self.roles.get(part, _NONE)

    def says_little(self, word: str) -> bool:
        """Whether a word is small or frames a question."""
        return word in self.small or word in self.frames

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
        return self.same.get(word) or self.same.get(stemmed, stemmed)


@cache
def grammar(language: str) -> Grammar:
    """What is known about a language."""
    if language == ENGLISH:
        return _english()
    if language in TABLED or language in IDEOGRAPHIC:
        return _tabled(language)
    return Grammar(small_words(language), {}, {}, {}, {}, str)


def _english() -> Grammar:
    return Grammar(
        small_words(ENGLISH),
        tables.keys("frames"),
        {stem(word): facet for word, facet in tables.keys("verbs").items()},
        {part: frozenset(words) for part, words in tables.groups("roles").items()},
        _same(ENGLISH, stem),
        stem,
    )


def _tabled(language: str) -> Grammar:
    """A language with a table of its own: its frame words are known by their stems."""
    stem_of = stem if language in IDEOGRAPHIC else stemmer(language)
    frames: dict[str, str] = {}
    roles: dict[str, frozenset[str]] = {}
    for key, words in tables.groups(f"languages/{language}").items():
        found = [word.casefold() for word in words]
        if key in _PARTS:
            roles[key] = frozenset(found)
        elif key not in NO_FACETS:
            frames.update(dict.fromkeys(found, key))
    labels = dict.fromkeys(tables.terms(language).values())
    same = {label: label for label in labels} | _same(language, stem_of)
    if language in OTHER_SCRIPT:
        by_stem = {stem(label): label for label in labels}
        english = {word: by_stem.get(name, name) for word, name in _same(ENGLISH, stem).items()}
        same = english | same
    small = small_words(language) | roles.get("small", _NONE)
    known = Grammar(small, Frames(frames, stem_of, same), {}, roles, same, stem_of)
    fields = {*tables.word_set("fields"), *roles.get("fields", _NONE)}
    return known._replace(
        fields=frozenset(map(known.reduced, fields)),
        light=frozenset(_forms(roles.get("light", _NONE), stem_of)),
    )


def _forms(words: Iterable[str], stem_of: Callable[[str], str]) -> Iterator[str]:
    """Words and those of their stems that belong to no other word: "cas" is the stem of "caso" and of "casa"."""
    for word in words:
        yield word
        if len(stemmed := stem_of(word)) > _LEAST_STEM:
            yield stemmed


def _same(language: str, stem_of: Callable[[str], str]) -> dict[str, str]:
    """From each word that has synonyms, and from its stem where that is unambiguous, to the one that stands for all."""
    groups = [[WITHIN.join(phrase) for phrase in group] for group in synonyms(language)]
    # A phrase is one of its kind; to stem it takes the time of many words.
    stems_of = [[word if WITHIN in word else stem_of(word) for word in words] for words in groups]
    owners: dict[str, set[int]] = {}
    for place, stems in enumerate(stems_of):
        for stemmed in stems:
            owners.setdefault(stemmed, set()).add(place)
    same: dict[str, str] = {}
    for words, stems in zip(groups, stems_of, strict=True):
        name = stems[0] if len(owners[stems[0]]) == 1 else words[0]
        same.update((stemmed, name) for stemmed in stems if len(owners[stemmed]) == 1)
        same.update(dict.fromkeys(words, name))
    return same


@cache
def synonyms(language: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The groups of words and phrases of a language that mean the same in questions."""
    if language == ENGLISH:
        lines = [line.split() for line in tables.lines("synonyms")]
    else:
        found = tables.lines(f"languages/{language}")
        lines = [line.split()[1:] for line in found if line.startswith("same: ")]
    return tuple(tuple(tuple(phrase.casefold().split(WITHIN)) for phrase in line) for line in lines)
