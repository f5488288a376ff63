"""Counting: how well the numbers of lines go up by one."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from dlqa_lint.model.numbers import value_of
from dlqa_lint.recognise.lines import Candidate


def sequence_of(lines: Sequence[Candidate], breaks: Sequence[int]) -> float:
    """The share of steps between numbers that go up by one, or stay in lazy lists; breaks are free.

    `breaks` are the offsets at which a count may start again at 0 or 1.
    """
    good = steps = 0
    for before, after in pairwise(lines):
        if not (before.number and after.number):
            continue
        first, second = value_of(before.number), value_of(after.number)
        if second[-1] <= 1 and bisect_right(breaks, before.span.start) < bisect_left(
            breaks, after.span.start
        ):
            continue
        steps += 1
        lazy = after.kind == "item" and first == second == (1,)
        good += second[-1] - first[-1] == 1 or lazy
    return good / steps if steps else 0.0


Numbered = Sequence[tuple[int, tuple[int, ...]]]
"""The offset and the number of each line, in document order."""


def filling(lines: Numbered, others: Numbered) -> list[int]:
    """The indexes of the lines whose numbers fill a gap of the others, or continue after the last.

    Those that the lines themselves count to, from one that does neither, fill nothing.
    """
    starts = [start for start, _ in others]
    found: list[int] = []
    last = (-1, 0)
    for index, (start, value) in enumerate(lines):
        at = bisect_left(starts, start)
        before = others[at - 1][1] if at else (0,)
        if len(value) != len(before) or before[-1] <= 0:
            continue
        expected = last[1] + 1 if last[0] == at else before[-1] + 1
        missing = at < len(others) and before[-1] < value[-1] < others[at][1][-1]
        if missing or (at == len(others) and value[-1] == expected):
            found.append(index)
            last = (at, value[-1])
    kept: list[int] = []
    for index in found:
        counted = index > 0 and lines[index][1][-1] == lines[index - 1][1][-1] + 1
        if not counted or index - 1 in kept[-1:]:
            kept.append(index)
    return kept
