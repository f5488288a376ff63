"""Words and other pieces that a reader meets, and which numbers among them may cite a question."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dlqa_lint.language.vocabulary import JOINING_WORDS, NUMBER_WRAPPERS, QUESTION_LABELS, REFERENCE_PHRASES
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

STRAY = marks.STRONG_MARKS
"""Emphasis that is literal only because a line was read in parts."""

FINAL = frozenset(marks.FINAL + ",।*_~#")
"""What may end a question without being a word of it."""

LABELS = frozenset((*QUESTION_LABELS, "#", "№", *(before for before, _ in NUMBER_WRAPPERS)))
"""What is before a question's number."""

_NOUNS = frozenset(noun for nouns, _ in REFERENCE_PHRASES for noun in nouns)
_DIGIT = regex(r"\d")
_WORD = regex(r"\d+|[^\W\d_]+|\*\*+|__+|\S")
_JOINERS = frozenset((*",.(-–—&/:", *JOINING_WORDS))
"""What may be between `question` and a number, and between two numbers."""


class Token(NamedTuple):
    """A word, a piece of code or the like; `kind` keeps equal texts apart.

    A `number` is where a question may be cited, so that renumbering may change it.
    """

    kind: str
    text: str


def words(text: str) -> list[str]:
    """The words of plain text: letters, digits and each other character separately, so that spaces do not count."""
    return _WORD.findall(text)


def trimmed(found: Sequence[str]) -> tuple[str, ...]:
    """The words of a question without final punctuation and left-over markup."""
    kept = [word for word in found if not word.startswith(STRAY)]
    while kept and kept[-1] in FINAL:
        kept.pop()
    return tuple(kept)


def spoken(text: str, linked: bool) -> Iterator[Token]:
    """The words of plain text; numbers in links of the bank, and beside `question`, may cite a question."""
    cited = linked
    found = words(text)
    if not _DIGIT.search(text):
        yield from (Token("word", word) for word in found)
        return
    for index, word in enumerate(found):
        if word.isdecimal():
            yield Token("number" if cited or _before_noun(found, index) else "word", word)
            continue
        yield Token("word", word)
        if word.casefold() in LABELS:
            cited = True
        elif not linked and word.casefold() not in _JOINERS:
            cited = False


def _before_noun(found: Sequence[str], index: int) -> bool:
    """Whether the word for a question follows a number, as in Turkish and Korean."""
    following = [word for word in found[index + 1 : index + 3] if word != "."]
    return bool(following) and following[0].casefold() in _NOUNS


def is_sign(token: Token) -> bool:
    """Whether a token is punctuation or the like; pictures such as stars mean something and are none."""
    category = unicodedata.category(token.text[0])
    return token.kind in ("word", "number") and (category[0] in "PZ" or category in ("Sm", "Sk", "Sc"))


def alike(old: Token, new: Token, renumbered: set[tuple[int, int]]) -> bool:
    """Whether two tokens say the same, if only by the number that took another's place."""
    return old.kind == new.kind and (old.text == new.text or _moved(old, new, renumbered))


def _moved(old: Token, new: Token, renumbered: set[tuple[int, int]]) -> bool:
    return (
        old.kind == "number"
        and old.text.isdecimal()
        and new.text.isdecimal()
        and (int(old.text), int(new.text)) in renumbered
    )
