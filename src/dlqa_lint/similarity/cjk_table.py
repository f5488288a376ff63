"""What is known about Chinese, Japanese and Korean, as patterns over their characters."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.directions import signs
from dlqa_lint.similarity.grammar import NO_FACETS, WITHIN, grammar
from dlqa_lint.text.lazy_regex import regex

CUT = " "
SIGNS = regex(r"([\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\u3005]+)")
_HANGUL = r"\uac00-\ud7af"
THING = regex(rf"(?:[A-Za-z0-9_.+#-]+|[\u30a0-\u30ff]+|[\u3400-\u9fff\u3005]+|[{_HANGUL}]+)\Z")
"""What one script writes without a break, at the end of a text."""
PLACE = regex(r"[^\s，。、？！,]+\Z")
"""What no blank and no mark breaks, at the end of a text."""
_KANA = r"\u3040-\u309f"
_NEVER = "(?!)"


class SignTable(NamedTuple):
    """The patterns of a language."""

    words: re.Pattern[str]
    """The terms, synonyms and other words that are known as wholes, in a group of its own, and the frame phrases that
    hold one of them: 种类 asks for kinds, though 类 is a class."""
    names: dict[str, str]
    """The word that stands for each of them."""
    terms: frozenset[str]
    """Those that are terms, and written like names."""
    frames: re.Pattern[str]
    """Phrases that frame a question."""
    facets: dict[str, str]
    """The facet of each frame phrase, "small" for none."""
    endings: re.Pattern[str]
    """What Korean hangs on a word."""
    closing: re.Pattern[str]
    """What says after a name which kind of thing it is, at the start of a text."""
    within: re.Pattern[str]
    """What says "in", after a place."""
    goes: re.Pattern[str]
    """The particle after a thing that says where it goes."""
    signs: dict[str, str]
    """The group of each such particle: 를 says what 을 says."""
    turns: re.Pattern[str]
    """What says that the order of the words tells what goes where."""
    sides: re.Pattern[str]
    """Small words that have an opposite."""
    negations: re.Pattern[str]
    """What denies something."""
    points: re.Pattern[str]
    """What points at something beside the words: "the code below"."""
    manner: re.Pattern[str]
    """What says only how to answer, and how many of what is asked for to name."""
    counts: re.Pattern[str]
    """How many of what is asked for to name."""


@cache
def sign_table(language: str) -> SignTable:
    """The patterns of a language."""
    terms = [phrase for phrase in tables.terms(language) if SIGNS.search(phrase)]
    names, facets = _names(language, terms), _facets(language)
    gone = signs(frozenset(_phrases(language, "goes")))

    def phrases(key: str) -> str:
        return _any_of(_phrases(language, key))

    known = re.compile(_any_of(names))
    holding = [phrase for phrase in facets if phrase not in names and known.search(phrase)]
    told = rf"(?:{phrases('counts')})(?=\W?(?:{_any_of(facets)}|\W*\Z))"
    return SignTable(
        words=re.compile(f"({_any_of([*names, *holding])})"),
        names=names,
        terms=frozenset(terms),
        frames=_of_frames(facets),
        facets=facets,
        endings=re.compile(rf"(?:{phrases('endings')})(?![{_HANGUL}])"),
        closing=re.compile(phrases("closing")),
        within=_of_places(_phrases(language, "within")),
        goes=re.compile(rf"(?:{_any_of(gone)})(?![{_HANGUL}])"),
        signs=gone,
        turns=re.compile(phrases("turns")),
        sides=re.compile(phrases("sides")),
        negations=re.compile(phrases("negations")),
        points=re.compile(phrases("points")),
        manner=re.compile(f"{phrases('manner')}|{told}"),
        counts=re.compile(told),
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
    """A pattern for frame phrases; a single Korean syllable must stand alone."""
    alone = [phrase for phrase in facets if re.fullmatch(f"[{_HANGUL}]", phrase)]
    pattern = _any_of(phrase for phrase in facets if phrase not in alone)
    return re.compile(f"{pattern}|(?<![{_HANGUL}])(?:{_any_of(alone)})(?![{_HANGUL}])" if alone else pattern)


def _of_places(within: Iterable[str]) -> re.Pattern[str]:
    """A pattern for what says "in": で before no other kana, 中 after Latin letters, of which 中央 is none."""
    kana = [phrase for phrase in within if re.fullmatch(f"[{_KANA}]", phrase)]
    han = [phrase for phrase in within if re.fullmatch(r"[\u3400-\u9fff]", phrase)]
    longer = [phrase for phrase in within if phrase not in kana and phrase not in han]
    return re.compile(
        rf"(?:{_any_of(longer)})(?![{_HANGUL}])|(?:{_any_of(kana)})(?![{_KANA}])"
        rf"|(?:(?<=[A-Za-z0-9])|(?<=[A-Za-z0-9]\s))(?:{_any_of(han)})"
    )


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, by their first characters and the longest first."""
    starts: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        starts.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    found = [f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(starts.items())]
    return "|".join(found) or _NEVER
