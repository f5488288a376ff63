"""Questions that ask several things: "What is dropout, and why is it used?".

The first names the subject; the others lean on it, or ask what is asked of anything: "Which is correct?".
"""

from collections.abc import Sequence

from dlqa_lint.similarity.grammar import Grammar
from dlqa_lint.similarity.normalise import Token
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

_LEAST = 2  # words that ask something
_ASKING = regex(rf"[^{marks.WIDE_QUESTION_MARKS}?!。！]+[{marks.WIDE_QUESTION_MARKS}?!。！]*")
"""A sentence of a language that no capitals part into sentences."""


def first_part(text: str, words: Sequence[Token], known: Grammar) -> list[Token]:
    """The words of the first thing that a question asks, [] where it asks one or tells something first.

    Sentences of which none ends in a question mark give one order: "Write a function. Then …".
    """
    asking = known.words("asking")
    starts = [
        place
        for place, token in enumerate(words)
        if token.starts
        or ((token.word in asking or known.plays(token.word, "owning")) and _follows(words, place, known))
    ]
    if len(starts) < 2 or (words[starts[1]].starts and not marks.holds_question_mark(text)):
        return []
    first = words[: starts[1]]
    if len(first) < _LEAST or not _opens(first[0].word, known):
        return []
    return [token._replace(aside=False) for token in first]


def first_sentence(text: str) -> str:
    """The first of several Chinese or Japanese sentences that ask, "" where there is one or something is told first."""
    sentences = [part for part in _ASKING.findall(text) if part.strip()]
    return sentences[0] if len(sentences) > 1 and marks.ends_asking(sentences[0]) else ""


def _opens(word: str, known: Grammar) -> bool:
    """Whether a word opens a question; where no list says so, any word does that names no subject."""
    return known.plays(word, "opening") if known.words("opening") else known.says_little(word)


def _follows(words: Sequence[Token], place: int, known: Grammar) -> bool:
    """Whether a word such as "why" begins another question after "and"."""
    return place > 1 and known.plays(words[place - 1].word, "joining") and not words[place - 1].starts
