"""Digits that begin a line's words or are its number: the lines around it decide."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from dlqa_lint.model.numbers import value_of
from dlqa_lint.model.question import Kind
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_GLUED = regex(r"(?P<number>\d{1,3})[.．](?=\d{1,4}\s?[^\W\d_])")
_MORE_DIGITS = regex(r"\s*\d{1,5}(?![.)、．:：\d])")
_DOTTED = regex(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,3})\s+(?=[^\W\d_])")
_LOOSE = {"{number} {text}": " ", "{number}: {text}": ": ", "{number}- {text}": "-"}
"""How numbers are written that words may look like, and what then follows the digits.

401 or 403? 404: when is it sent? 64-bit integers
"""

_MOST_WORDS = 0.6
"""Where more of the lines that are alike begin with digits, these are ids. Set by hand."""

_KINDS: dict[Kind, Kind] = {
    "heading": "heading",
    "html-heading": "html-heading",
    "item": "item",
    "paragraph": "paragraph",
    "plain": "paragraph",
}


def numbers_told_from_words(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; digits of their words are not a number, but a number that is glued to digits, or counts, is one.

    502、504 错误是什么意思？

    1.32位操作系统和64位操作系统的区别

    **1.1 What is a nucleus?**
    """
    found = list(candidates)
    alike: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, candidate in enumerate(found):
        if candidate.kind in _KINDS:
            alike[_KINDS[candidate.kind], candidate.level].append(index)
    for places in alike.values():
        for place in _dotted(found, places):
            if match := _DOTTED.match(found[place].text):
                found[place] = _numbered(found[place], match, " ")
        numbers = [value_of(found[place].number)[-1:] for place in places]
        for at, place in enumerate(places):
            found[place] = _told(found[place], _around(numbers, at))
            numbers[at] = value_of(found[place].number)[-1:]
        for place in _loose(found, places, numbers):
            found[place] = _as_words(found[place])
    return found


def _dotted(found: Sequence[Candidate], places: Sequence[int]) -> list[int]:
    """The places of the bold lines and items that begin with a dotted number which goes on a count, or opens one.

    **1. What is an atom?**

    **1.1 What is its nucleus?**
    """
    begun = {place: _dotted_number(found[place]) for place in places}
    if not any(begun.values()):
        return []
    counted = [place for place in places if begun[place] or found[place].number]
    values = [value_of(begun[place] or found[place].number) for place in counted]
    pairs = [_follows(before, value) for before, value in pairwise(values)]
    goes_on = map(max, [False, *pairs], [*pairs, False])
    return [place for place, counts in zip(counted, goes_on, strict=True) if counts and begun[place]]


def _dotted_number(candidate: Candidate) -> str:
    """The dotted number that a bold line or an item without a number begins with, or ""."""
    if candidate.number or not (candidate.emphasised or candidate.kind == "item"):
        return ""
    match = _DOTTED.match(candidate.text)
    return match["number"] if match else ""


def _follows(before: tuple[int, ...], value: tuple[int, ...]) -> bool:
    """Whether a number comes right after another one: 1.2 and 1.1.1 after 1.1, and 2 and 2.1 as well."""
    pairs = enumerate(zip(before, value, strict=False))
    shared = next((at for at, (a, b) in pairs if a != b), min(len(before), len(value)))
    if shared == len(value):
        return False
    first = before[shared] + 1 if shared < len(before) else 1
    return value[shared:] == (first, *(1,) * (len(value) - shared - 1))


def _around(numbers: Sequence[tuple[int, ...]], at: int) -> set[int]:
    """The numbers that the lines above and below a place ask for."""
    around = {n - 1 for (n,) in filter(None, numbers[at + 1 : at + 2])}
    return around | {n + 1 for (n,) in filter(None, numbers[max(at - 1, 0) : at])}


def _loose(
    found: Sequence[Candidate], places: Sequence[int], numbers: Sequence[tuple[int, ...]]
) -> list[int]:
    """The places of lines that only begin with digits: none of those continues another one.

    ### What is a cookie?
    ### 401 or 403: when would you use each?
    ### 127.0.0.1 or localhost?
    """
    loose = [at for at, place in enumerate(places) if _is_loose(found[place])]
    counts = any(numbers[at][-1] in _around(numbers, at) for at in loose)
    if counts or len(loose) > _MOST_WORDS * len(places):
        return []
    return [places[at] for at in loose]


def _is_loose(candidate: Candidate) -> bool:
    form = candidate.template.rstrip("*_")
    return bool(candidate.number) and not candidate.label and form.endswith(tuple(_LOOSE))


def _as_words(candidate: Candidate) -> Candidate:
    """A candidate whose number is the beginning of its words."""
    form = next(form for form in _LOOSE if form in candidate.template)
    start = candidate.number_at
    between = _LOOSE[form][: candidate.text_span.start - start - len(candidate.number)]
    return candidate._replace(
        template=candidate.template.replace(form, "{text}"),
        number="",
        number_at=-1,
        text=f"{candidate.number}{between}{candidate.text}",
        text_span=Span(start, candidate.text_span.end),
    )


def _numbered(candidate: Candidate, match: re.Match[str], delimiter: str) -> Candidate:
    """A candidate whose words begin with its number."""
    start, end = candidate.text_span
    return candidate._replace(
        kind=_KINDS[candidate.kind],
        template=candidate.template.replace("{text}", f"{{number}}{delimiter}{{text}}"),
        number=match["number"],
        number_at=start,
        text=candidate.text[match.end() :],
        text_span=Span(start + match.end(), end),
    )


def _told(candidate: Candidate, around: set[int]) -> Candidate:
    """A candidate whose number, if it is one, would be one of those that the lines around it ask for."""
    text, (start, end) = candidate.text, candidate.text_span
    if not candidate.number and text[:1].isdecimal():
        match = _GLUED.match(text)
        if match and int(match["number"]) in around:
            return _numbered(candidate, match, ". ")
    elif candidate.number and "{number}、{text}" in candidate.template and _MORE_DIGITS.match(text):
        glued = start - candidate.number_at == len(candidate.number) + 1
        if glued and value_of(candidate.number)[-1] not in around | {1}:
            return candidate._replace(
                template=candidate.template.replace("{number}、{text}", "{text}"),
                number="",
                number_at=-1,
                text=f"{candidate.number}、{text}",
                text_span=Span(candidate.number_at, end),
            )
    return candidate
