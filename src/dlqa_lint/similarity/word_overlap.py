"""How much of two questions' subjects is the same."""

import math
from functools import cache
from typing import NamedTuple

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.contrast import Poles, opposed
from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.stem import stem
from dlqa_lint.similarity.text_language import IDEOGRAPHIC
from dlqa_lint.text.lazy_regex import regex

# Likeness of spellings: async/asynchronous, recommend/recommendation that the stemmer left apart.
_LONG_KIN, _SHORT_KIN, _RELATED = 0.85, 0.8, 0.6
_COMMON = 4  # first letters that kin must share
_LONG_COMMON, _LONG_SHARE, _SHORT_SHARE = 5, 0.6, 0.75
_UNPARTED = (
    "ja",
    "zh",
)  # languages in which neighbouring signs are taken for words, though they may belong to two
_PAIR = 2  # signs
_HUMPS = regex("[a-z][A-Z]")
"""A capital inside a word, as names of code have it."""


class Overlap(NamedTuple):
    """What two questions share and what only one of them says."""

    share: float
    """The weight of what they share, of all their words, 0..1."""
    best: float
    """The weight of the heaviest shared word."""
    shared: dict[str, float]
    """The shared stems and their weights."""
    named: int
    """How many words of the subject both have."""
    only_first: tuple[str, ...]
    """Stems of the subject that only the first question has, in order."""
    only_second: tuple[str, ...]


def overlap(first: PreparedQuestion, second: PreparedQuestion, known: Poles) -> Overlap:
    """The words that two questions share, and those they do not."""
    ours, theirs = first.weights, second.weights
    shared = {word: math.sqrt(ours[word] * theirs[word]) for word in ours.keys() & theirs.keys()}
    left = [word for word in first.outline.subject if word not in theirs]
    right = [word for word in second.outline.subject if word not in ours]
    left += _again(first, second)
    right += _again(second, first)
    total = math.fsum(shared.values())
    named = sum(word in first.outline.surfaces and word in second.outline.surfaces for word in shared)
    if left and right and first.language not in IDEOGRAPHIC:
        names = first.outline.surfaces, second.outline.surfaces
        for one, other, likeness in _matches(left, right, known):
            if _are_two_names(names[0].get(one, ""), names[1].get(other, "")):
                continue
            if likeness == _RELATED and not _may_stand_for(one, other, first, second):
                continue
            total += likeness * math.sqrt(ours[one] * theirs[other])
            left.remove(one)
            right.remove(other)
            named += 1
    if (left or right) and first.language in _UNPARTED:
        total += _bridge(left, right, first, second)
    share = min(1.0, total / math.sqrt(first.total * second.total))
    return Overlap(share, max(shared.values(), default=0.0), shared, named, tuple(left), tuple(right))


def _bridge(left: list[str], right: list[str], first: PreparedQuestion, second: PreparedQuestion) -> float:
    """Take away the pairs of signs that only join words of both questions, and return what they weigh.

    Of 铁生锈 and 铁为什么会生锈 the first has 铁生 besides, and the second 铁.
    """
    signs, others = "".join(first.outline.surfaces), "".join(second.outline.surfaces)
    found = [word for word in left if _only_joins(word, others, right)]
    back = [word for word in right if _only_joins(word, signs, left)]
    left[:] = [word for word in left if word not in found]
    right[:] = [word for word in right if word not in back]
    return (sum(map(first.weights.__getitem__, found)) + sum(map(second.weights.__getitem__, back))) / 2


def _only_joins(word: str, signs: str, others: list[str]) -> bool:
    """Whether a pair of signs is in the other question, though apart, or a sign alone in what it has besides."""
    if len(word) == 1:
        return any(word in other for other in others)
    return len(word) == _PAIR and _follow(word, signs)


def _follow(word: str, signs: str) -> bool:
    """Whether the signs of a word are in a text, in their order."""
    place = -1
    return all((place := signs.find(sign, place + 1)) >= 0 for sign in word)


def _again(one: PreparedQuestion, other: PreparedQuestion) -> list[str]:
    """The words that one question names twice and the other once."""
    more = one.outline.doubled - other.outline.doubled
    return [word for word in one.outline.subject if word in more and word in other.weights]


def _matches(left: list[str], right: list[str], known: Poles) -> list[tuple[str, str, float]]:
    """Pairs of unlike stems that mean nearly the same; each stem is used once."""
    related = _related()
    starts = {word[:_COMMON] for word in right}
    found: list[tuple[str, str, float]] = []
    used: set[str] = set()
    for one in left:
        kin = related.get(one, ())
        if one[:_COMMON] not in starts and not kin:
            continue
        rated = [
            (max(_kinship(one, other), _RELATED if other in kin else 0.0), other)
            for other in right
            if other not in used
        ]
        likeness, match = max(rated, key=lambda rate: rate[0], default=(0.0, ""))
        if likeness and not opposed(one, match, known):
            used.add(match)
            found.append((one, match, likeness))
    return found


def _may_stand_for(one: str, other: str, first: PreparedQuestion, second: PreparedQuestion) -> bool:
    """Whether related words may stand for each other: the name of a field only where both say of which kind a thing is.

    "A Docker image" is "a container image", but to stop Docker is not to stop a container.
    """
    if tables.word_set("fields").isdisjoint((one, other)):
        return True
    after, after_other = first.outline.after(one), second.outline.after(other)
    return after == after_other and after in first.outline.surfaces


def _are_two_names(one: str, other: str) -> bool:
    """Whether two words that are spelt alike are names of two things: insertOne, insertMany."""
    return bool(_HUMPS.search(one) and _HUMPS.search(other))


def _kinship(one: str, other: str) -> float:
    """The likeness of two spellings, 0 for strangers."""
    if one[:_COMMON] != other[:_COMMON]:
        return 0.0
    short, long = sorted((one, other), key=len)
    if len(short) < _COMMON or not (one.isalpha() and other.isalpha()):
        return 0.0
    common = _COMMON
    while common < len(short) and one[common] == other[common]:
        common += 1
    if common >= _LONG_COMMON and common >= _LONG_SHARE * len(long):
        return _LONG_KIN
    whole = common == len(short) and common >= _LONG_COMMON
    return _SHORT_KIN if whole or common >= _SHORT_SHARE * len(long) else 0.0


def family(word: str) -> str:
    """The stem under which a stem and those that are related to it meet."""
    return _families().get(word, word)


@cache
def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in tables.lines("related"):
        one, other = (stem(word) for word in line.split())
        found[one] = found[other] = found.get(one) or found.get(other) or one
    return found


@cache
def _related() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in tables.lines("related"):
        one, other = (stem(word) for word in line.split())
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found
