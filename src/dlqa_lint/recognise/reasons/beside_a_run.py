"""The lines ask and are between numbered headings of their level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 2
"""Fewer numbers make no count."""


class BesideARun(GroupReason):
    """The lines ask and are between numbered headings of their level.

    Somebody added a question between two numbered ones and gave it no number. By itself such a heading
    would be a group of its own, too small to be read as a bank.

    Example:
        ## 1. What is a gate?
        ## Why is it slow?
        ## 2. What is a cell state?
        ## 3. What is a hidden state?

    Counter-example:
        ## Why is it slow?
        Steps wait for each other.

        ### Steps
        They wait in line.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        if group.key.kind != "heading" or group.key.numbered or group.key.again:
            return 0.0
        return max((_beside(group, other) / len(group) for other in group.page.groups), default=0.0)


def _beside(group: Group, other: Group) -> int:
    """How many lines of a group ask between the first and the last line of another one."""
    if not other.key.numbered or other.key[:2] != group.key[:2] or len(other) < _FEWEST:
        return 0
    first, last = other.starts[0], other.starts[-1]
    return sum(asks and first < start < last for start, asks in zip(group.starts, group.asking, strict=True))
