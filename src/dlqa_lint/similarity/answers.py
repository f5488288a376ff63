"""What answers tell about their questions, and answers copied from one question to another."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from zlib import crc32

from dlqa_lint.similarity.normalise import plain
from dlqa_lint.text.lazy_regex import regex

_SHINGLE = 5  # words that must stand together to count as copied
_LEAST_WORDS = 25  # shorter answers say the same by accident
_COPIED = 0.85  # share of either answer's shingles that the other must hold
_BOILERPLATE = 0.2  # a shingle of more answers than this share (and at least _FEW) is a template's
_FEW = 5
_RUN = regex(r"[^\W_]+")
_LINK = regex(r"https?://\S+|www\.\S+|!?\[[^\[\]]{0,600}\]\([^)]{0,1200}\)|<[^<>\s][^<>]*>")
_SIGNS = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
_LONG_LIST = 50  # a shingle in more answers than this leads nowhere


class Copied(NamedTuple):
    """Answers that are nearly word for word the same."""

    indexes: tuple[int, ...]
    """Their places in the sequence that was searched, ascending."""
    share: float
    """The least share (0..1) of an answer that is in the first one."""


def copied_answers(answers: Sequence[frozenset[int]]) -> list[Copied]:
    """The groups of answers, as their shingles, that were copied from each other, in order of their first."""
    several = _in_several(answers)
    shingles = _without_boilerplate(answers, several)
    counts = Counter(chain.from_iterable(map(several.intersection, shingles)))
    lists: dict[int, list[int]] = {}
    groups: dict[int, list[tuple[int, float]]] = {}
    for place, own in enumerate(shingles):
        telling = _telling(own, several, counts)
        original, share = _original(own, telling, lists, shingles)
        if original >= 0:
            groups.setdefault(original, []).append((place, share))
            continue
        for shingle in telling:
            lists.setdefault(shingle, []).append(place)
    return [
        Copied((first, *(place for place, _ in copies)), min(share for _, share in copies))
        for first, copies in sorted(groups.items())
    ]


def _telling(own: frozenset[int], several: frozenset[int], counts: Mapping[int, int]) -> list[int]:
    """The rarest shingles that an answer shares with any, so many that every copy has one of them.

    A copy has all but a small share of the shingles, and both put them into the same order: the prefix
    filtering of `pair_index`. Most answers share too few to be a copy at all.
    """
    shared = [shingle for shingle in several & own if counts[shingle] > 1]
    most = len(shared) - math.ceil(_COPIED * len(own)) + 1
    return (
        sorted(shared, key=lambda shingle: (counts[shingle], shingle))[:most] if shared and most > 0 else []
    )


def _original(
    own: frozenset[int],
    telling: Iterable[int],
    lists: Mapping[int, Sequence[int]],
    shingles: Sequence[frozenset[int]],
) -> tuple[int, float]:
    """The earlier answer that this one repeats and how much of it, or -1."""
    met = {
        place
        for shingle in telling
        for place in lists.get(shingle, ())[:_LONG_LIST]
        if _COPIED * max(len(own), len(shingles[place])) <= min(len(own), len(shingles[place]))
    }
    rated = [(len(own & shingles[place]) / max(len(own), len(shingles[place])), -place) for place in met]
    share, place = max(rated, default=(0.0, 1))
    return (-place, share) if share >= _COPIED else (-1, 0.0)


def shingles(answer: str) -> frozenset[int]:
    """The runs of words of an answer as numbers, none if it is too short; links count for nothing."""
    words = _words(_LINK.sub(" ", plain(answer)).casefold())
    if len(words) < _LEAST_WORDS:
        return frozenset()
    numbers = list(map(_number, words))
    return frozenset(map(hash, zip(*(numbers[start:] for start in range(_SHINGLE)), strict=False)))


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    """A number that stands for a word in every process, which Python's own hashes of words do not."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def _words(text: str) -> list[str]:
    """The words of a text; each ideograph is one."""
    found = _RUN.findall(text)
    if text.isascii():
        return found
    return [word for run in found for word in ([run] if run.isascii() else _signs_and_words(run))]


def _signs_and_words(run: str) -> Iterator[str]:
    """The ideographs of a run of letters, and what is between them."""
    rest = ""
    for letter in run:
        if _is_sign(letter):
            yield from filter(None, (rest, letter))
            rest = ""
        else:
            rest += letter
    if rest:
        yield rest


def _is_sign(letter: str) -> bool:
    return any(first <= letter <= last for first, last in _SIGNS)


def _without_boilerplate(shingles: Sequence[frozenset[int]], several: frozenset[int]) -> list[frozenset[int]]:
    """The shingles that are not part of a text that many different answers repeat; `several` are in more than one."""
    different = {own for own in shingles if own}
    counts = Counter(chain.from_iterable(map(several.intersection, different)))
    limit = max(_FEW, _BOILERPLATE * len(different))
    common = {shingle for shingle, count in counts.items() if count > limit}
    kept = []
    for own in shingles:
        rest = own - common if common else own
        kept.append(rest if len(rest) >= _LEAST_WORDS - _SHINGLE + 1 else frozenset())
    return kept


def _in_several(shingles: Iterable[frozenset[int]]) -> frozenset[int]:
    """The shingles that are in several answers, found by sets alone: most are in one, and are not even counted."""
    once: set[int] = set()
    several: set[int] = set()
    for own in shingles:
        several |= own & once
        once |= own
    return frozenset(several)
