"""Letters of options in running text: `B`, `(b)`, `**A** and **C**`, `a, b e d`, and the nouns beside them."""

import re
from collections.abc import Collection
from typing import Any, cast

from dlqa_lint.language.languages import alternatives, phrases
from dlqa_lint.language.vocabulary import AND
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

_CLOSE = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""The scripts that write words without blanks between them."""

# Without their case, of which these scripts know nothing, so many signs are compiled in a quarter of the time.
STARTS = rf"(?-i:(?<![^\W{_CLOSE}]))"
STOPS = rf"(?-i:(?![^\W{_CLOSE}]))"
"""Where a word may start and stop, as parts of a regular expression: `\\b` knows no words in those scripts."""


def worded(expression: str) -> re.Pattern[str]:
    """What `regex` gives for an expression with these parts, in which case does not count.

    Those signs take longer to compile than all the rest: plain ASCII is searched with a pattern that asks for none.
    """
    return cast("re.Pattern[str]", _Worded(expression))


class _Worded:
    """Stands for a pattern; asks the one for the scripts of a text."""

    def __init__(self, expression: str) -> None:
        spaced = expression.replace(STARTS, r"(?<!\w)").replace(STOPS, r"(?!\w)")
        self._any, self._spaced = regex(expression, re.IGNORECASE), regex(spaced, re.IGNORECASE)

    def __getattr__(self, name: str) -> Any:
        """A method of the patterns, which is given a text first."""

        def asked(text: str, *places: int) -> Any:
            return getattr(self._spaced if text.isascii() else self._any, name)(text, *places)

        setattr(self, name, asked)
        return asked


_NOUNS = alternatives("option_nouns")
OPTION_BEFORE = worded(rf"{STARTS}(?:{_NOUNS})\s*\Z")
"""A noun for an option at the end of what is before a letter."""

NOUN_BEFORE = worded(rf"{STARTS}(?:{_NOUNS}|{alternatives('letter_nouns')})\s*\Z")
"""The same, or a noun for a letter, which may be one of the alphabet."""

LETTER_JOIN = rf"\s{{0,4}}(?:(?:[,&/+、，]\s{{0,4}})?(?:{AND})|[,&/+、，])\s{{0,4}}"
"""What is between two letters that are all meant, as part of a regular expression: `A、C`, `A, B, and C`."""

SMALL_LETTER = rf"[a-h{marks.OPTION_LETTERS}]"
"""A small letter, or one of another script, as part of a regular expression."""

# In sentences letters may also be alternatives, and `A + B` is a sum.
_JOINERS = tuple(dict.fromkeys((*phrases("and_words"), *phrases("or_words"))))
_UNSPACED = "|".join(word for word in _JOINERS if "\u3040" <= word[0] <= "\ud7af")
_SPACED = "|".join(word for word in _JOINERS if not "\u3040" <= word[0] <= "\ud7af")
_JOIN = rf"(?:\s*[,&/、，]\s*(?:(?:{_SPACED})\s+)?|\s+(?:{_SPACED})\s+|\s*(?:{_UNSPACED})\s*)"
_PARTED = regex(_JOIN, re.IGNORECASE)
_MARKS = "*_`\"'“”()（）"


def _run(letters: str) -> re.Pattern[str]:
    one = rf"[*_`\"'“(（]{{0,3}}(?-i:[{letters}])[*_`\"'”)）]{{0,3}}"
    return worded(rf"{STARTS}(?<!['’-]){one}(?:{_JOIN}{one})*{STOPS}(?!['’+#]|-\w)")


# Small Cyrillic letters are words: "а" is *and*, "в" is *in*.
LARGE = _run("A-HА-З")
"""One letter of an option or several, in capitals, Latin or Cyrillic."""

SMALL = _run("A-Ha-h")
"""Latin ones, in small letters or capitals."""


def letters_of(run: re.Match[str]) -> frozenset[str]:
    """The letters of a run, in capitals."""
    return frozenset(part.strip(_MARKS).upper() for part in _PARTED.split(run.group()))


def names_letters(text: str, labels: Collection[str], *, small: bool) -> bool:
    """Whether a text is little else than labels of options: `A and C`, `Only B`, `as alternativas A e B`."""
    run = (SMALL if small else LARGE).search(text)
    if run is None or not letters_of(run) <= set(labels):
        return False
    others = re.findall(r"\w+", text[: run.start()] + " " + text[run.end() :])
    # "A list" begins with an article, and "b tree" with a name.
    sure = len(letters_of(run)) > 1 or (run.group().isupper() and run.group() != "A")
    return not others or (sure and len(others) <= _FEW)


_FEW = 2
"""At most this many words may accompany the letters."""
