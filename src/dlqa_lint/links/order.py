"""Sequences that should rise: which of their items stand out of order."""

from bisect import bisect_right
from collections.abc import Sequence


def out_of_order(positions: Sequence[int]) -> frozenset[int]:
    """The indexes of the fewest items without which a sequence rises; equal items do not disturb it."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, position in enumerate(positions):
        at = bisect_right(tails, position)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [position]
        ends[at : at + 1] = [index]
    kept = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return frozenset(range(len(positions))) - kept
