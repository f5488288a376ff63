"""Sequences that should rise: which of their items are in order, and which are not."""

from bisect import bisect_right
from collections.abc import Sequence


def out_of_order(positions: Sequence[int]) -> frozenset[int]:
    """The indexes of the fewest items without which a sequence rises."""
    return frozenset(range(len(positions))).difference(longest_rising(positions))


def expected_beside(positions: Sequence[int], index: int) -> tuple[int, str]:
    """The item in order that an item out of order belongs next to, and on which side: `after` or `before`."""
    settled = [(positions[at], at) for at in longest_rising(positions)]
    above = [at for position, at in settled if position < positions[index]]
    below = [at for position, at in settled if position > positions[index]]
    return (above[-1], "after") if above else (below[0], "before")


def longest_rising(positions: Sequence[int]) -> list[int]:
    """The indexes of the most items of a sequence that rise together; equal items do not disturb it.

    `tails` are the lowest items with which rising parts of each length end, `ends` their indexes.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, position in enumerate(positions):
        at = bisect_right(tails, position)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [position]
        ends[at : at + 1] = [index]
    kept = []
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.append(index)
        index = before[index]
    return kept[::-1]
