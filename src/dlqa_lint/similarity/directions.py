"""Which word goes where in a question in letters: what is turned into what, and which thing stands for which.

A language says it with a word before ("in eine Zahl"), with one behind (Hindi) or with an ending (Turkish). Words of
the frame take part: "Zahl" asks how many elsewhere.
"""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from dlqa_lint.similarity.grammar import Grammar
from dlqa_lint.similarity.normalise import Token

_REACH = 2
"""How far before a word it may be said: an article may come between."""

Directions = tuple[tuple[str, str], ...]
"""What says where a thing goes, and the stem of the thing."""


def directions(
    words: Sequence[Token], stems: Sequence[str], named: Container[str], known: Grammar
) -> Directions:
    """Which words of a question go where; a stem is "" for a small word, `named` holds the stems that count."""
    found = dict.fromkeys(_found(words, stems, known))
    return tuple((sign, stem) for sign, stem in found if stem in named)


def _found(words: Sequence[Token], stems: Sequence[str], known: Grammar) -> Iterator[tuple[str, str]]:
    leads, trails = signs(known.words("leads")), signs(known.words("trails"))
    cases = signs(known.words("cases"))
    for place, token in enumerate(words):
        if not stems[place]:
            continue
        stem = known.stem(token.word) if token.word in known.frames else stems[place]
        before = [other.word for other in words[max(0, place - _REACH) : place]]
        if lead := next((leads[word] for word in _adjoining(before, stems, place) if word in leads), ""):
            yield lead, stem
        if place + 1 < len(words) and words[place + 1].word in trails:
            yield trails[words[place + 1].word], stem
        ending = token.word.removeprefix(known.stem(token.word))
        if ending in cases:
            yield cases[ending], stem


def _adjoining(before: list[str], stems: Sequence[str], place: int) -> list[str]:
    """The small words right before a place, the farther first."""
    return before if not any(stems[place - len(before) : place]) else before[-1:]


@lru_cache(maxsize=1 << 6)
def signs(groups: frozenset[str]) -> dict[str, str]:
    """From each word of groups such as `in|ins` to its group."""
    return {word: group for group in groups for word in group.split("|")}


def sides(words: Sequence[Token], known: Grammar) -> frozenset[str]:
    """The words that have an opposite: "before", "above", and "in" where it is a part of a verb or a hyphen ties it on.

    "Opt-in", "How do I log in to the site?", "How do I turn off the sound?"
    """
    alone, tied = known.words("sides"), known.words("tied")
    if not alone:
        return alone
    return frozenset(
        known.reduced(token.word)
        for place, token in enumerate(words)
        if token.word in alone or (token.word in tied and (token.bound or _ends_verb(words, place, known)))
    )


def _ends_verb(words: Sequence[Token], place: int, known: Grammar) -> bool:
    """Whether a preposition has nothing behind it that it could belong to, or is right behind "I log", "to log"."""
    following = words[place + 1] if place + 1 < len(words) else None
    alone = following is None or following.starts or known.plays(following.word, "behind")
    subject = words[place - 2].word if place > 1 else ""
    return place > 0 and (alone or known.plays(subject, "before"))
