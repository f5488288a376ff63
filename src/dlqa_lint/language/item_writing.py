"""What questions and options of tests say that item writers avoid: `all of the above`, `never`, `which is not`.

What stands for all options or for none is known in every language at once, because it is a whole option. The
other words are looked for in the languages that a text may be in, whose codes are given: `nie` is "never" in
one language and "not" in another.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dlqa_lint.language.languages import alternatives, joined, languages, listed
from dlqa_lint.language.option_letters import STARTS, STOPS
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_LABEL = r"\W*(?:[A-H][.):]\W*)?"


def _whole(key: str) -> re.Pattern[str]:
    return regex(rf"{_LABEL}(?:{alternatives(key)})\W*", re.IGNORECASE)


_ALL = _whole("all_of_the_above")
_NONE = _whole("none_of_the_above")


def stands_for_all(option: str) -> bool:
    """Whether an option says that all of them are right, and nothing else."""
    return _ALL.fullmatch(option) is not None


def stands_for_none(option: str) -> bool:
    """Whether an option says that none of them is right, and nothing else."""
    return _NONE.fullmatch(option) is not None


def absolute_term(text: str, codes: Iterable[str]) -> str | None:
    """The first word of a text that allows no exception."""
    found = (_absolutes(code).search(text) for code in codes)
    return next((match.group() for match in found if match), None)


def negations(text: str, codes: Iterable[str]) -> Iterator[Span]:
    """The words of a question that make it ask for what does not hold."""
    for code in codes:
        for match in _pattern("negative_stems", code).finditer(text):
            yield Span(*match.span(match.lastindex or 0))


def asks_what_is_true(text: str, codes: Iterable[str]) -> bool:
    """Whether a question asks which of several statements is true, or is false."""
    return any(_pattern("truth_stems", code).search(text) for code in codes)


def says_nothing(text: str, codes: Iterable[str]) -> bool:
    """Whether no word of a question says what it is about."""
    said = re.search(r"\w", text) is not None
    return said and any(not re.search(r"\w", _fillers(code).sub("", text)) for code in codes)


@cache
def _pattern(key: str, code: str) -> re.Pattern[str]:
    """The pattern of a language under a key; it finds nothing where the language has none."""
    return re.compile(joined(languages()[code].get(key, "(?!)")), re.IGNORECASE)


@cache
def _absolutes(code: str) -> re.Pattern[str]:
    terms = joined(languages()[code].get("absolute_terms", "(?!)"))
    return re.compile(rf"{STARTS}(?:{terms}){STOPS}", re.IGNORECASE)


@cache
def _fillers(code: str) -> re.Pattern[str]:
    words = sorted(listed(languages()[code].get("empty_stem_words", "(?!)")), key=len, reverse=True)
    return re.compile(rf"{STARTS}(?:{'|'.join(words)}){STOPS}", re.IGNORECASE)
