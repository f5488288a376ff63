"""Questions that ask several things: "What is dropout, and why is it used?".

The first names the subject; the others lean on it, or ask what is asked of anything: "Which is correct?".
"""

from collections.abc import Sequence

from dlqa_lint.similarity.grammar import Grammar
from dlqa_lint.similarity.normalise import Token

_LEAST = 2  # words that ask something


def first_part(words: Sequence[Token], known: Grammar) -> list[Token]:
    """The words of the first thing that a question asks, [] where it asks one or tells something first."""
    asking = known.words("asking")
    starts = [
        place
        for place, token in enumerate(words)
        if token.starts or (token.word in asking and _follows(words, place, known))
    ]
    if len(starts) < 2:
        return []
    first = words[: starts[1]]
    if len(first) < _LEAST or not known.plays(first[0].word, "opening"):
        return []
    return [token._replace(aside=False) for token in first]


def _follows(words: Sequence[Token], place: int, known: Grammar) -> bool:
    """Whether a word such as "why" begins another question after "and"."""
    return place > 1 and known.plays(words[place - 1].word, "joining") and not words[place - 1].starts
