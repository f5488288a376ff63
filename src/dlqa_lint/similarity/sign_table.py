"""What is known about Chinese, Japanese and Korean, as patterns over their signs."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.grammar import NO_FACETS, WITHIN, grammar
from dlqa_lint.text.lazy_regex import regex

CUT = " "
SIGNS = regex(r"([\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\u3005]+)")
_HANGUL = r"\uac00-\ud7af"
_KANA = r"\u3040-\u309f"
_RUN = rf"[A-Za-z0-9_.+#-]+|[\u30a0-\u30ff]+|[\u3400-\u9fff\u3005]+|[{_HANGUL}]+?"
"""What one script writes without a break."""
_NEVER = "(?!)"


class SignTable(NamedTuple):
    """The patterns of a language."""

    words: re.Pattern[str]
    """The terms, synonyms and other words that are known as wholes, in a group of its own."""
    names: dict[str, str]
    """The word that stands for each of them."""
    terms: frozenset[str]
    """Those that are terms, and written like names."""
    frames: re.Pattern[str]
    """Phrases that frame a question."""
    facets: dict[str, str]
    """The facet of each frame phrase, "small" for none."""
    endings: re.Pattern[str] | None
    """What Korean hangs on a word."""
    closing: re.Pattern[str]
    """What says after a name which kind of thing it is, at the start of a text."""
    within: re.Pattern[str]
    """A place, before what says "in"."""
    goes: re.Pattern[str]
    """A thing, and the particle after it that says where it goes."""


@cache
def sign_table(language: str) -> SignTable:
    """The patterns of a language."""
    terms = [phrase for phrase in tables.terms(language) if SIGNS.search(phrase)]
    names, facets = _names(language, terms), _facets(language)
    endings, within, goes = (_phrases(language, key) for key in ("endings", "within", "goes"))
    closing = _phrases(language, "closing")
    return SignTable(
        re.compile(f"({_any_of(names)})"),
        names,
        frozenset(terms),
        _of_frames(facets),
        facets,
        re.compile(rf"(?:{_any_of(endings)})(?![{_HANGUL}])") if endings else None,
        re.compile(f"(?:{_any_of(closing)})"),
        re.compile(rf"([^\s，。、？！,]+)\s?(?:{_any_of(within)})(?![{_HANGUL}])"),
        re.compile(rf"({_RUN})({_any_of(goes)})(?![{_HANGUL}])" if goes else _NEVER),
    )


def _names(language: str, terms: Iterable[str]) -> dict[str, str]:
    known, english = grammar(language), tables.terms(language)
    names = {word: word for word in _phrases(language, "whole")}
    names.update((phrase, known.reduced(english[phrase])) for phrase in terms)
    for line in tables.lines(f"languages/{language}"):
        if line.startswith("same: "):
            first, *others = (phrase.replace(WITHIN, CUT) for phrase in line.split()[1:])
            names.update(dict.fromkeys((first, *others), names.get(first, first)))
    return names


def _facets(language: str) -> dict[str, str]:
    return {
        phrase.replace(WITHIN, CUT): key
        for key, phrases in tables.groups(f"languages/{language}").items()
        if key not in NO_FACETS
        for phrase in phrases
    }


def _phrases(language: str, key: str) -> list[str]:
    return [word.replace(WITHIN, CUT) for word in tables.groups(f"languages/{language}").get(key, ())]


def _of_frames(facets: Iterable[str]) -> re.Pattern[str]:
    """A pattern for frame phrases; a single sign of Korean must stand alone."""
    alone = [phrase for phrase in facets if re.fullmatch(f"[{_HANGUL}]", phrase)]
    pattern = _any_of(phrase for phrase in facets if phrase not in alone)
    return re.compile(f"{pattern}|(?<![{_HANGUL}])(?:{_any_of(alone)})(?![{_HANGUL}])" if alone else pattern)


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, by their first signs and the longest first."""
    starts: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        starts.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    found = [f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(starts.items())]
    return "|".join(found) or _NEVER
