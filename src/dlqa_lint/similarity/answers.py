"""What answers tell about their questions, and answers copied from one question to another."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dlqa_lint.similarity.normalise import plain

_SHINGLE = 5  # words that must stand together to count as copied
_LEAST_WORDS = 25  # shorter answers say the same by accident
_COPIED = 0.85  # share of either answer's shingles that the other must hold
_BOILERPLATE = 0.2  # a shingle of more answers than this share (and at least _FEW) is a template's
_FEW = 5
_LONG_LIST = 50  # a shingle in more answers than this leads nowhere


class Copied(NamedTuple):
    """Answers that are nearly word for word the same."""

    indexes: tuple[int, ...]
    """Their places in the sequence that was searched, ascending."""
    share: float
    """The least share (0..1) of an answer that stands in the first one."""


def copied_answers(answers: Sequence[str]) -> list[Copied]:
    """The groups of answers that were copied from each other, in order of their first."""
    numbers: dict[str, int] = {}
    shingles = _without_boilerplate([_shingles(answer, numbers) for answer in answers])
    lists: dict[int, list[int]] = {}
    groups: dict[int, list[tuple[int, float]]] = {}
    for place, own in enumerate(shingles):
        original, share = _original(own, lists, shingles)
        if original >= 0:
            groups.setdefault(original, []).append((place, share))
            continue
        for shingle in own:
            lists.setdefault(shingle, []).append(place)
    return [
        Copied((first, *(place for place, _ in copies)), min(share for _, share in copies))
        for first, copies in sorted(groups.items())
    ]


def _original(
    own: frozenset[int], lists: dict[int, list[int]], shingles: list[frozenset[int]]
) -> tuple[int, float]:
    """The earlier answer that this one repeats and how much of it, or -1."""
    met: Counter[int] = Counter()
    for shingle in own:
        places = lists.get(shingle, ())
        if len(places) <= _LONG_LIST:
            met.update(places)
    rated = [(count / max(len(own), len(shingles[place])), -place) for place, count in met.items()]
    share, place = max(rated, default=(0.0, 1))
    return (-place, share) if share >= _COPIED else (-1, 0.0)


def _shingles(answer: str, numbers: dict[str, int]) -> frozenset[int]:
    """The runs of words of an answer, none if it is too short; links count for nothing.

    Words are numbered first, because hashes of numbers, unlike those of strings, are the same in every
    process.
    """
    words = _words().findall(_links().sub(" ", plain(answer)).casefold())
    if len(words) < _LEAST_WORDS:
        return frozenset()
    known = [numbers.setdefault(word, len(numbers)) for word in words]
    return frozenset(hash(tuple(known[i : i + _SHINGLE])) for i in range(len(known) - _SHINGLE + 1))


@cache
def _words() -> re.Pattern[str]:
    """A word, or one sign of an ideographic script; compiled when needed, since wide classes take long."""
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")


@cache
def _links() -> re.Pattern[str]:
    return re.compile(r"https?://\S+|www\.\S+|!?\[[^\]]*\]\([^)]*\)|<[^<>\s][^<>]*>")


def _without_boilerplate(shingles: list[frozenset[int]]) -> list[frozenset[int]]:
    """The shingles that are not part of a text that many answers repeat."""
    different = {own for own in shingles if own}
    counts = Counter(shingle for own in different for shingle in own)
    limit = max(_FEW, _BOILERPLATE * len(different))
    kept = []
    for own in shingles:
        rest = frozenset(shingle for shingle in own if counts[shingle] <= limit)
        kept.append(rest if len(rest) >= _LEAST_WORDS - _SHINGLE + 1 else frozenset())
    return kept
