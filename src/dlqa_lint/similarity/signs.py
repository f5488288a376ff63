"""Chinese, Japanese and Korean questions: pairs of neighbouring signs instead of words.

Frame phrases are cut out first, so that no pair of signs rests on them; words in Latin letters stay words.
"""

import re
from functools import cache

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.acronyms import Folder
from dlqa_lint.similarity.facets import DEFINE
from dlqa_lint.similarity.normalise import plain, tokens
from dlqa_lint.similarity.outline import Outline
from dlqa_lint.text.lazy_regex import regex

_DENIALS = ("不", "无", "非", "未", "否", "ない", "무", "비", "안 ")
_CUT = " "
_SIGNS = regex(r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\u3005]+")


def outline(text: str, language: str, folder: Folder) -> Outline:
    """A question in an ideographic language, taken apart."""
    rest, facets = _without_frame(plain(text), language)
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
    )


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
        if tongue == language:
            facets.update(dict.fromkeys(phrases, facet))
    longest = sorted(facets, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(re.escape, longest))), facets
