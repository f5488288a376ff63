"""The lines are below labelled questions that count on, where examiners note what to ask next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 3
"""This many labelled lines show that questions are labelled here; two may be figures or tables."""

_COUNTS = 0.8
"""The share of the steps between their numbers that go up by one; a slip or two is usual."""


class FollowUps(GroupReason):
    """The lines are below labelled questions that count on, where examiners note what to ask next.

    Guides for interviews note below each labelled question what to ask next, or when to help. Those lines
    ask too, but they belong to the question above them.

    Example:
        ## Question 1: Dropout
        It silences units at random.
        ### Who pays?
        Nobody.

    Counter-example:
        ## Dropout
        ### Who pays?
        Nobody.
        ### When is it off?
        When the network is used.
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        return max(
            (_share_inside(group, other) for other in group.page.groups if other is not group), default=0.0
        )


def _share_inside(group: Group, other: Group) -> float:
    """The share of the lines of a group that are below the questions of another one, if it is labelled."""
    labelled = other.key.numbered and other.labelled and len(other) >= _FEWEST
    if not labelled or other.counted_in_sections < _COUNTS:
        return 0.0
    return sum(group.inside(other)) / len(group)
