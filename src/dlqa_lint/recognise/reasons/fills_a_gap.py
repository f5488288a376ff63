"""The numbers of the lines are those that another group leaves out, or go on where it ends."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 2
"""One number has neither a gap nor a next one."""


class FillsAGap(GroupReason):
    """The numbers of the lines are those that another group leaves out, or go on where it ends.

    A question between 2 and 4 that is numbered 3 belongs to their count, whatever Markdown carries it.
    Lines written by hand are rarely all alike; the count tells that they belong together. The other group
    must be one of questions itself, as far as can be seen: the steps of a manual are counted as well.

    Example:
        ## 1. What is a gate?
        ## 2. What is a cell state?
        **3. What is a hidden state?**
        ## 4. What is attention?

    Counter-example:
        ## 1. What is a gate?
        ## 2. What is a cell state?
        **1. Multiply.**
        ## 3. What is attention?
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        if not group.key.numbered:
            return 0.0
        others = (other for other in group.page.groups if other is not group and other.key.numbered)
        return max(
            (_asks(other) * _filled(group, other) / len(group) for other in others if len(other) >= _FEWEST),
            default=0.0,
        )


def _asks(group: Group) -> float:
    """How surely the lines of a group are questions, as far as they show it themselves."""
    return max(group.asking_share, group.answered_share, float(group.labelled))


def _filled(group: Group, other: Group) -> int:
    """How many numbers of a group are missing in another one, at their place."""
    filled = 0
    last = (-1, 0)
    for start, value in zip(group.starts, group.values, strict=True):
        at = bisect_left(other.starts, start)
        before = other.values[at - 1] if at else (0,)
        if len(value) != len(before):
            continue
        expected = last[1] + 1 if last[0] == at else before[-1] + 1
        missing = at < len(other) and before[-1] < value[-1] < other.values[at][-1]
        if before[-1] > 0 and (missing or (at == len(other) and value[-1] == expected)):
            filled += 1
            last = (at, value[-1])
    return filled
