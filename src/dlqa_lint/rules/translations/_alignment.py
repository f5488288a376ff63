"""The best way to pair two rows of questions in their order, by numbers, options, code and links."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dlqa_lint.model.bank import Document
from dlqa_lint.rules.translations._code import code_of, shape_of

_MOST = 400_000
"""Rows whose lengths multiplied give more are not compared: it would take seconds."""

# What speaks for and against a pair, set by hand; half or twice as much of one of them changes no case. Numbers
# weigh less than what is asked: after a question that the translation lacks, those that follow carry other numbers
# and the same options. That a number differs must weigh something, or a question that was replaced is paired.
_SAME_NUMBER = 0.5
_OTHER_NUMBER = -0.2
_SAME = 1.0
_OTHER = -0.5
_LEFT_OUT = -0.3

_TOLD = 0.5
"""The part of the pairs for which something must speak; else their order alone would decide. Set by hand: half of
them; from 0.3 to 0.7 no case changes."""
_CHANGES = 2
_OFTEN = 0.05
"""How often, and in what share of the questions, some may be missing or surplus between two others. Set by hand: a
translator falls behind in a place or two; from 1 to 4, and from 0.02 to 0.2, no case changes."""


class _Signs(NamedTuple):
    """What can be compared of a question; None and "" where there is nothing."""

    number: tuple[tuple[int, ...], str] | None
    options: int
    right: frozenset[int]
    code: str
    links: frozenset[str]


def aligned(
    original: Document, ours: Sequence[int], translation: Document, theirs: Sequence[int]
) -> list[tuple[int, int]] | None:
    """The pairs of two rows of questions, given as indexes; None where they are uneven and nothing shows which."""
    even = len(ours) == len(theirs)
    if not ours or not theirs:
        return []
    if len(ours) * len(theirs) > _MOST:
        return list(zip(ours, theirs, strict=True)) if even else None
    here, there = _signs(original, ours), _signs(translation, theirs)
    scores = [[_score(one, other) for other in there] for one in here]
    last = ours[-1] + 1 == len(original.questions) and theirs[-1] + 1 == len(translation.questions)
    pairs = best(scores, to_the_end=last)
    spoken = sum(scores[one][other] > 0 for one, other in pairs)
    if spoken < _TOLD * min(len(ours), len(theirs)) or _restless(pairs):
        numbered = _by_number(here, ours, there, theirs)
        return numbered if numbered is not None or not even else list(zip(ours, theirs, strict=True))
    facing = _facing(pairs, here, there, to_the_end=last)
    return [(ours[one], theirs[other]) for one, other in (*pairs, *facing)]


def _restless(pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether questions come and go all the time: options that are alike by chance do that, and no translator."""
    steps = [other - one for one, other in pairs]
    return sum(step != after for step, after in pairwise(steps)) > max(_CHANGES, _OFTEN * len(steps))


def _by_number(
    here: Sequence[_Signs], ours: Sequence[int], there: Sequence[_Signs], theirs: Sequence[int]
) -> list[tuple[int, int]] | None:
    """The pairs with one number; None where few questions have any."""
    places = {signs.number: at for signs, at in zip(there, theirs, strict=True) if signs.number}
    numbers = {signs.number: at for signs, at in zip(here, ours, strict=True) if signs.number}
    if min(len(numbers) / len(ours), len(places) / len(theirs)) < _TOLD:
        return None
    return [(at, places[number]) for number, at in numbers.items() if number in places]


def _facing(
    pairs: Sequence[tuple[int, int]], here: Sequence[_Signs], there: Sequence[_Signs], *, to_the_end: bool
) -> Iterator[tuple[int, int]]:
    """What faces each other between two pairs in the same number, and at the end of both documents in any.

    It is one question each time, of which the options or the code have changed, unless the numbers say no.
    """
    rows, columns = len(here), len(there)
    shift: int | None = 0
    for (row, column), (end, end_column) in pairwise([(-1, -1), *pairs, (rows, columns)]):
        if row >= 0:
            shift = _shift(here[row], there[column])
        if end - row == end_column - column or (to_the_end and end == rows):
            for one, other in zip(range(row + 1, end), range(column + 1, end_column), strict=False):
                if shift is None or _shift(here[one], there[other]) in (shift, None):
                    yield one, other


def _shift(one: _Signs, other: _Signs) -> int | None:
    """How much higher the number of a question is in the translation; None without numbers."""
    return other.number[0][-1] - one.number[0][-1] if one.number and other.number else None


def _signs(document: Document, positions: Sequence[int]) -> list[_Signs]:
    """What can be compared of some questions of a document."""
    links = sorted((link.span.start, link.target) for link in (*document.links, *document.pictures))
    found = []
    for question in (document.questions[at] for at in positions):
        first = bisect_left(links, (question.span.start, ""))
        last = bisect_left(links, (max(question.body.end, question.span.end), ""))
        targets = frozenset(target for _, target in links[first:last] if not target.startswith("#"))
        number = question.number.key if question.number else None
        code = shape_of(code_of(document, question))
        found.append(_Signs(number, len(question.options), question.right, code, targets))
    return found


def _score(one: _Signs, other: _Signs) -> float:
    """How much speaks for two questions being one."""
    score = 0.0
    if one.number and other.number:
        score += _SAME_NUMBER if one.number == other.number else _OTHER_NUMBER
    if one.options and other.options and (one.options != other.options or (one.right and other.right)):
        same = (one.options, one.right) == (other.options, other.right)
        score += _SAME if same else _OTHER
    if one.code or other.code:
        score += _SAME if one.code == other.code else _OTHER
    if one.links and other.links:
        score += _SAME if one.links & other.links else _OTHER
    return score


def best(scores: Sequence[Sequence[float]], *, to_the_end: bool) -> list[tuple[int, int]]:
    """The pairs, none crossing another, with the highest sum; what is against a pair leaves both out.

    With `to_the_end` nothing speaks against a translation that lacks the newest questions: those after the one
    that is paired with its last.
    """
    columns = len(scores[0])
    totals = [[_LEFT_OUT * at for at in range(columns + 1)]]
    for row, line in enumerate(scores, 1):
        before, current = totals[-1], [_LEFT_OUT * row]
        for column, score in enumerate(line):
            paired = before[column] + score if score >= 0 else float("-inf")
            current.append(max(paired, before[column + 1] + _LEFT_OUT, current[column] + _LEFT_OUT))
        totals.append(current)
    ends = [row for row in range(1, len(totals)) if _is_paired(scores, totals, row, columns)]
    row = max([len(scores), *(ends if to_the_end else ())], key=lambda end: totals[end][columns])
    return list(_traced(scores, totals, row))[::-1]


def _traced(
    scores: Sequence[Sequence[float]], totals: Sequence[Sequence[float]], row: int
) -> Iterator[tuple[int, int]]:
    """The pairs that gave the total of all columns and some rows, the last first."""
    column = len(totals[0]) - 1
    while row and column:
        if _is_paired(scores, totals, row, column):
            row, column = row - 1, column - 1
            yield row, column
        elif totals[row][column] == totals[row - 1][column] + _LEFT_OUT:
            row -= 1
        else:
            column -= 1


def _is_paired(
    scores: Sequence[Sequence[float]], totals: Sequence[Sequence[float]], row: int, column: int
) -> bool:
    """Whether pairing the last of some rows with the last of some columns gives their total."""
    score = scores[row - 1][column - 1]
    return score >= 0 and totals[row][column] == totals[row - 1][column - 1] + score
