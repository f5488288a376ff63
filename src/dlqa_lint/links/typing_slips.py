"""Two texts that are one but for slips of typing."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, normalize

from dlqa_lint.links.entries import normal

_LETTERS_A_SLIP = 8
"""In so many letters one slip is likely; texts with more of them may as well be two texts."""
_SWAPPED_FROM, _OTHER_FROM = 4, 6
"""Letters of a word from which two swapped neighbours, and any other slip, seldom make another word of it.

Shorter words and names differ by one letter and mean another thing: list and lint, MySQL and MSSQL.
"""
_SWAPPED = _ADDED = _REPEATED = _MOVED = 1
_REPLACED = 2
"""One letter for another makes other words more often than any slip: nitrate and nitrite."""


def slips(first: str, second: str) -> int | None:
    """How much two texts differ by slips; None where they differ by more, or by anything else.

    A slip is a word written twice, words that changed places, two swapped neighbours in a word, or a letter of a
    long word that is left out, added or replaced; accents are none. A word has one slip at most, in scripts with
    capitals only: a character of the others is a syllable or a word.
    """
    (one, repeated), (other, repeated_too) = _words(first), _words(second)
    if not one or len(one) != len(other):
        return None
    weight = abs(repeated - repeated_too) * _REPEATED
    found = _of_words(one, other)
    if found is None:
        found = _of_words(one, _in_the_order_of(one, other))
        weight += _MOVED
    most = min(sum(map(len, one)), sum(map(len, other))) // _LETTERS_A_SLIP
    return weight + found if found is not None and weight + found <= most else None


def _of_words(one: Sequence[str], other: Sequence[str]) -> int | None:
    """The weight of the slips in words that stand at the same places; None where two of them differ by more."""
    slipped = [
        0 if word == another else _slip(word, another) for word, another in zip(one, other, strict=True)
    ]
    known = [slip for slip in slipped if slip is not None]
    return sum(known) if len(known) == len(slipped) else None


def _in_the_order_of(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The words of another text, each at the place of the same word in one; the rest stay in their own order."""
    left = list(other)
    placed: list[str | None] = []
    for word in one:
        placed.append(word if word in left else None)
        if word in left:
            left.remove(word)
    rest = iter(left)
    return [next(rest) if word is None else word for word in placed]


def _slip(first: str, second: str) -> int | None:
    """The weight of the one slip in which two words differ; None where there are more, or they are two words."""
    if not (_is_spelt(first) and _is_spelt(second)):
        return None
    same = next((at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    start = min(len(first), len(second)) if same is None else same
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    one, other = first[start : len(first) - end], second[start : len(second) - end]
    shorter = min(len(first), len(second))
    if len(one) == 2 and one == other[::-1]:
        return _SWAPPED if shorter >= _SWAPPED_FROM else None
    if not start or shorter < _OTHER_FROM or max(len(one), len(other)) > 1:
        return None  # few mistype the first letter, and many prefixes and opposites begin with another
    return _REPLACED if one and other else _ADDED


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[tuple[str, ...], int]:
    """The words of a text, each as it is compared, without those that repeat the one before, and how many do."""
    words = [_unaccented(word) for word in text.split() if normal(word)]
    kept = words[:1] + [word for before, word in pairwise(words) if word != before]
    return tuple(kept), len(words) - len(kept)


def _unaccented(word: str) -> str:
    """A word without case, punctuation and accents; a name in capitals keeps them."""
    said = normal(word)
    if not _is_spelt(said):
        return said
    if len(said) > 1 and word.isupper():
        return said.upper()
    return "".join(letter for letter in normalize("NFD", said) if category(letter) != "Mn")


def _is_spelt(word: str) -> bool:
    """Whether a word has letters of an alphabet with capitals only, and is not written in them."""
    return all(category(letter) == "Ll" for letter in normalize("NFC", word))
