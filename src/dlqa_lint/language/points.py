"""What questions are worth, and what all of them together are: `(5 points)`, `40 points in total`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.language.languages import alternatives
from dlqa_lint.language.option_letters import STARTS, STOPS, worded
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_NUMBER = r"\d{1,4}(?:[.,]\d{1,2})?"
_POINTS = rf"(?:{vocabulary.POINTS}){STOPS}"
_TOTAL = rf"{STARTS}(?:{alternatives('total_words')})"
_BRACKETS = "([（"
_WORTH = worded(rf"[{re.escape(_BRACKETS)}]\s?(?:\w{{1,12}},\s?)?({_NUMBER})\s?{_POINTS}\.?\s?[)\]）]")
NUMBER_IN_BRACKETS = regex(
    rf"[{re.escape(_BRACKETS)}]\s?(?:\w{{1,12}},\s?)?\d{{1,4}}(?:[.,]\d{{1,2}})?\s?[^\W\d_]"
)
"""How a remark begins that says points; few texts have one, and a pattern of all words for points is dear."""
_ANY_POINTS = regex(rf"(?:{vocabulary.POINTS})", re.IGNORECASE)
_BEFORE = worded(rf"{_TOTAL}[^\n.\d]{{0,30}}?(?P<number>{_NUMBER})(?:\s?{_POINTS})?")
_AFTER = worded(rf"(?<![\w.,-])(?P<number>{_NUMBER})\s?{_POINTS}[^\n.\d]{{0,10}}?{_TOTAL}{STOPS}")
_LIMITED = worded(
    rf"{STARTS}(?:{vocabulary.VAGUE_WORDS}|{vocabulary.RATE_WORDS}|{alternatives('choose_verbs')}){STOPS}"
)


class Points(NamedTuple):
    """A number of points, and where it is."""

    number: float
    span: Span


def worth(text: str, span: Span) -> Points | None:
    """What a stretch of a text says in brackets that a question is worth; None for nothing, or several things."""
    if not NUMBER_IN_BRACKETS.search(text, *span):
        return None
    found = list(_WORTH.finditer(text, *span))
    return _points(found[0], 1) if len(found) == 1 else None


def totals(text: str) -> Iterator[Points]:
    """What lines say that all questions are worth together; a limit, a rate or a choice is not a total."""
    for line in re.finditer(r"[^\r\n]+", text):
        if not any(map(str.isdigit, line.group())) or _LIMITED.search(line.group()):
            continue
        match = _BEFORE.search(text, line.start(), line.end())
        if match is None or not _ANY_POINTS.search(match.group()):
            match = _AFTER.search(text, line.start(), line.end())
        if match:
            yield _points(match, "number")


def _points(match: re.Match[str], group: int | str) -> Points:
    return Points(float(match[group].replace(",", ".")), Span(*match.span(group)))
