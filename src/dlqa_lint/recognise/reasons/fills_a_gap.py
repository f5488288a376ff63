"""The numbers of the lines are those that another group leaves out, or continue where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 2
"""One number has neither a gap nor a next one."""


class FillsAGap(GroupReason):
    """The numbers of the lines are those that another group leaves out, or continue where it ends.

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
            (
                other.surely * len(group.filling(other)) / len(group)
                for other in others
                if len(other) >= _FEWEST
            ),
            default=0.0,
        )
