"""What an entry of a table of contents says, and how like a question it is."""

from collections import Counter
from functools import lru_cache
from unicodedata import category

from dlqa_lint.language.question_likeness import asks
from dlqa_lint.model.bank import Entry
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex

# Symbols that make words differ (C++ and C#, == and ===, + and -) count; all other punctuation does not.
_TELLING = frozenset("+#=<>&|^%/")
_NOT_TELLING = {sign: None for sign in range(128) if not (chr(sign).isalnum() or chr(sign) in _TELLING)}
_EMOJI_SELECTOR = "\ufe0f"
_SMALL = 3
"""The most letters in words that only join others: of, the, in, vs; `und`, `des`; `для`."""
_ENDING = 2
"""How many last letters may differ between two forms of a word (volume, volumes); with more, the words differ."""
NEARLY = 0.85
"""Share of letter pairs from which two texts are nearly the same; wording and typing slips stay above it."""
_PARTED = regex(r"\s*\d{1,4}[-–]\d{1,4}[.):]?\s+(?=\D)")


def entry_words(entry: Entry) -> str:
    """The words of an entry without its number."""
    written = " ".join((entry.link.text if entry.link else entry.text).split())
    if parted := _PARTED.match(written):  # 1-2 is one number
        return plain(written[parted.end() :])
    return plain(parse_line(written, space_delimits=False).text)


def entry_label(entry: Entry) -> str:
    """An entry as messages quote it: its words, or all of it where its number has two parts."""
    written = entry.link.text if entry.link else entry.text
    return plain(" ".join(written.split())) if _PARTED.match(written) else entry_words(entry)


@lru_cache(maxsize=65536)
def normal(words: str) -> str:
    """Words without case, punctuation and spacing: what two equal texts share."""
    if words.isascii():
        return words.casefold().translate(_NOT_TELLING)
    return "".join(
        letter
        for letter in words.casefold()
        if letter in _TELLING or (category(letter)[0] in "LMN" and letter != _EMOJI_SELECTOR)
    )


def likeness(first: str, second: str) -> float:
    """The share of letter pairs (0 to 1) that two normal texts have in common."""
    if first == second:
        return 1.0
    shorter, longer = sorted((len(first), len(second)))
    if shorter < 2 or shorter * 2 < longer:
        return 0.0
    shared = (_pairs(first) & _pairs(second)).total()
    return 2 * shared / (len(first) + len(second) - 2)


def is_label(words: str, question: str) -> bool:
    """Whether words name in short what a question asks about, and ask nothing: `Volumes`, `Ranks of tensors`.

    Everything they name is in the question.
    """
    if asks(words) or len(words) >= len(question):
        return False
    named = [word for word in map(normal, words.split()) if any(map(str.isalpha, word))]
    telling = [word for word in named if len(word) > _SMALL] or named
    whole = normal(question)
    return bool(telling) and all(word[: max(len(word) - _ENDING, _SMALL + 1)] in whole for word in telling)


@lru_cache(maxsize=65536)
def _pairs(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(len(text) - 1))
