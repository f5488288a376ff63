"""Digits that begin a line's words or are its number: the lines around it decide."""

from collections import defaultdict
from collections.abc import Sequence

from dlqa_lint.model.numbers import value_of
from dlqa_lint.model.question import Kind
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_GLUED = regex(r"(?P<number>\d{1,3})[.．](?=\d{1,4}\s?[^\W\d_])")
_MORE_DIGITS = regex(r"\s*\d{1,5}(?![.)、．:：\d])")
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
    """The candidates; digits of their words are not a number, but a number that is glued to digits is one.

    502、504 错误是什么意思？

    1.32位操作系统和64位操作系统的区别
    """
    found = list(candidates)
    alike: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, candidate in enumerate(found):
        if candidate.kind in _KINDS:
            alike[_KINDS[candidate.kind], candidate.level].append(index)
    for places in alike.values():
        numbers = [value_of(found[place].number)[-1:] for place in places]
        for at, place in enumerate(places):
            found[place] = _told(found[place], _around(numbers, at))
            numbers[at] = value_of(found[place].number)[-1:]
        for place in _loose(found, places, numbers):
            found[place] = _as_words(found[place])
    return found


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
    bare = not candidate.label and not candidate.emphasised
    return bare and bool(candidate.number) and candidate.template.endswith(tuple(_LOOSE))


def _as_words(candidate: Candidate) -> Candidate:
    """A candidate whose number is the beginning of its words."""
    form = next(form for form in _LOOSE if candidate.template.endswith(form))
    start = candidate.number_at
    between = _LOOSE[form][: candidate.text_span.start - start - len(candidate.number)]
    return candidate._replace(
        template=candidate.template.replace(form, "{text}"),
        number="",
        number_at=-1,
        text=f"{candidate.number}{between}{candidate.text}",
        text_span=Span(start, candidate.text_span.end),
    )


def _told(candidate: Candidate, around: set[int]) -> Candidate:
    """A candidate whose number, if it is one, would be one of those that the lines around it ask for."""
    text, (start, end) = candidate.text, candidate.text_span
    if not candidate.number and text[:1].isdecimal():
        match = _GLUED.match(text)
        if match and int(match["number"]) in around:
            return candidate._replace(
                kind=_KINDS[candidate.kind],
                template=candidate.template.replace("{text}", "{number}. {text}"),
                number=match["number"],
                number_at=start,
                text=text[match.end() :],
                text_span=Span(start + match.end(), end),
            )
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
