"""Names that are words as well: "Node" is Node.js, and "a node" is a part of a tree."""

from collections.abc import Mapping, Sequence
from functools import cache

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.normalise import Token

_BEFORE_WORDS = frozenset(("a", "an", "any", "each", "every", "one", "per", "this", "that"))
"""Before these words stands a word, unless another one follows: "a Node module"."""


def named(words: Sequence[Token]) -> list[Token]:
    """The words, names that are words as well by their whole name where they are meant."""
    known = _names()
    if known.keys().isdisjoint([token.word for token in words]):
        return list(words)
    return [
        token._replace(word=known[token.word]) if token.word in known and _is_meant(words, place) else token
        for place, token in enumerate(words)
    ]


def _is_meant(words: Sequence[Token], place: int) -> bool:
    if not place or words[place - 1].word not in _BEFORE_WORDS:
        return True
    return words[place].surface[0].isupper() and place + 1 < len(words) and not words[place + 1].starts


@cache
def _names() -> Mapping[str, str]:
    return dict(line.split() for line in tables.lines("homonyms"))
