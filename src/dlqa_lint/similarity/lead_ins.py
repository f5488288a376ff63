"""How a question leads to what it wants: "Give at least three advantages of …" asks for advantages."""

from collections.abc import Iterator, Sequence

from dlqa_lint.similarity.grammar import Grammar
from dlqa_lint.similarity.normalise import Token

_AHEAD = 2
"""Words after a number within which it is told of what: "three common ways"."""


def without_lead(words: Sequence[Token], known: Grammar) -> list[Token]:
    """The words without orders such as "give", and without numbers that say how many of something to name."""
    orders, counts = known.words("orders"), known.words("counts")
    if not any(token.word in orders or token.word in counts for token in words):
        return list(words)
    return list(_kept(words, known)) or list(words)


def _kept(words: Sequence[Token], known: Grammar) -> Iterator[Token]:
    leading = True
    for place, token in enumerate(words):
        ordered = token.starts and known.plays(token.word, "orders")
        leading = leading or token.starts or known.names_subject_first
        if ordered and place + 1 < len(words) and _may_follow(words[place + 1], known):
            continue
        if leading and known.plays(token.word, "counts") and _counts(words, place, known):
            continue
        leading = leading and (known.says_little(token.word) or known.plays(token.word, "counts") or ordered)
        yield token


def _may_follow(token: Token, known: Grammar) -> bool:
    """Whether a word after an order is no object of its own: "give the", "state two", "state advantages"."""
    word = token.word
    return known.plays(word, "articles") or known.plays(word, "counts") or word in known.frames


def _counts(words: Sequence[Token], place: int, known: Grammar) -> bool:
    """Whether a number says of how many ways, kinds or the like to tell."""
    for token in words[place + 1 : place + 1 + _AHEAD]:
        if token.word in known.frames and _may_be_many(token.word, known):
            return True
        if not (known.says_little(token.word) or known.plays(token.word, "counts")):
            return False
    return False


def _may_be_many(word: str, known: Grammar) -> bool:
    """Whether a word may be a plural; of which language no ending is known, any may."""
    endings = known.words("plural")
    return not endings or word.endswith(tuple(endings))
