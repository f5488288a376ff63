"""Chinese, Japanese and Korean questions: pairs of neighbouring signs instead of words.

Frame phrases are cut out first, so that no pair of signs rests on them; words in Latin letters stay words.
"""

import re
from functools import cache

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.acronyms import Folder
from dlqa_lint.similarity.facets import DEFINE
from dlqa_lint.similarity.normalise import plain, tokens
from dlqa_lint.similarity.outline import BY_ORDER, Outline
from dlqa_lint.text.lazy_regex import regex

_DENIALS = ("不", "无", "非", "未", "否", "ない", "무", "비", "안 ")
_CUT = " "
_SIGNS = regex(r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\u3005]+")


def outline(text: str, language: str, folder: Folder) -> Outline:
    """A question in an ideographic language, taken apart."""
    rest, facets = _without_frame(_in_english(plain(text)), language)
    depths: dict[str, float] = {}
    surfaces: dict[str, str] = {}
    names = set()
    for token in folder.fold(tokens(_SIGNS.sub(_CUT, rest))):
        depths[token.word] = 1.0
        surfaces[token.word] = token.surface
        names.add(token.word)
    for match in _SIGNS.finditer(rest):
        for gram in _grams(match[0]):
            depths.setdefault(gram, 1.0)
            surfaces.setdefault(gram, gram)
    return Outline(
        depths,
        tuple(surfaces),
        surfaces,
        {},
        frozenset(names),
        tuple(sorted(facets)),
        any(sign in rest for sign in _DENIALS),
        hinge=BY_ORDER if _goes_somewhere(text, language) and "compare" not in facets else "",
    )


def _goes_somewhere(text: str, language: str) -> bool:
    """Whether particles say that something goes from one thing to another."""
    return any(particle in text for particle in tables.groups("signs").get(f"{language}.turns", ()))


def _in_english(text: str) -> str:
    """The text with the terms that have an English name under that name."""
    known = tables.terms()
    return _terms().sub(lambda match: f" {known[match[0]]} ", text)


@cache
def _terms() -> re.Pattern[str]:
    """The terms in ideographic signs, longest first."""
    phrases = [phrase for phrase in tables.terms() if _SIGNS.search(phrase)]
    return re.compile("|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))))


def _grams(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[place : place + 2] for place in range(len(run) - 1)]


def _without_frame(text: str, language: str) -> tuple[str, set[str]]:
    """The text with its frame phrases cut out, and the facets they ask for."""
    facets = set()
    for match in (frames := _frames(language))[0].finditer(text):
        facet = frames[1][match[0]]
        if facet != "small":
            facets.add(facet)
    if len(facets) > 1:
        facets.discard(DEFINE)
    return frames[0].sub(_CUT, text), facets


@cache
def _frames(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all frame phrases, longest first, and the facet of each."""
    facets = {}
    for key, phrases in tables.groups("signs").items():
        tongue, _, facet = key.partition(".")
        if tongue == language and facet != "turns":
            facets.update(dict.fromkeys(phrases, facet))
    longest = sorted(facets, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(re.escape, longest))), facets
