"""The numbers of the group go up one by one from its first line to its last."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 5
"""Fewer numbers go up by chance, or are the steps of an answer."""

_NEARLY_ALL = 0.95
"""The share of the steps that go up by one: one slip in twenty is a mistake in the count, and no other list."""


class CountsThrough(StrayReason):
    """The numbers of the group go up one by one from its first line to its last.

    Where a count has no gap, each of its lines is needed: without the one that does not read like a question,
    the numbers around it would not fit. Where the count starts again, lines of another kind are among them.

    Example:
        ## 1. What is a mooring?
        ## 2. Knots
        ## 3. What is a fender?
        ## 4. What is a cleat?
        ## 5. What is a jib?

    Counter-example:
        ## 1. What is a mooring?
        ## 1. Knots
        ## 2. Splices
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        last = [value[-1] for value in group.values]
        again = any(after < before for before, after in pairwise(last))
        counted = group.key.numbered and len(group) >= _FEWEST and not again
        return [float(counted and group.counted_through >= _NEARLY_ALL)] * len(group)
