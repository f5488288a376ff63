"""The line belongs to a list that starts to count again below another line of its group."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_FIRST = 1
"""Counts start at 1, and some at 0."""


class InnerList(StrayReason):
    """The line belongs to a list that starts to count again below another line of its group.

    A numbered step inside an answer is written like the questions around it, and only its number gives it away: it
    starts again at 1 before the questions have ended, and no heading is between them.

    Example:
        ### 2. How do you train?
        ### 1. Data
        ### 2. Model
        ### 3. What is a batch?

    Counter-example:
        ### 1. What is a loss?
        ### 2. Data
        ### 3. What is a batch?
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        inner = [0.0] * len(group)
        if group.key.numbered:
            for before, segment in pairwise(group.segments):
                if (
                    group.values[segment[0]][-1] <= _FIRST
                    and group.zones[segment[0]] == group.zones[before[-1]]
                ):
                    for index in segment:
                        inner[index] = 1.0
        return inner
