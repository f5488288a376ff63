"""The lines are items inside items, and ask as the ones around them do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_NEARLY_ALL = 0.9
"""This many items inside items ask where they are meant to. Set by hand."""

_MOSTLY = 0.5
"""This share of the items around them does. Set by hand."""


class DeeperQuestions(GroupReason):
    """The lines are items inside items, and ask as the ones around them do.

    A list that asks and answers nothing goes into detail by further questions below an item. An answer in
    sub-items decides; where all of them ask, they are not an answer.

    Example:
        - Who decides on the format?
          - Can it change later?
          - Who is told?

    Counter-example:
        - Who decides on the format?
          - The archive does.
          - Can it change? It can.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        if group.key.kind not in LISTED or not group.key.level or group.asking_share < _NEARLY_ALL:
            return 0.0
        around = (
            other
            for other in group.page.groups
            if other.key.kind in LISTED and other.key.level < group.key.level
        )
        return max(
            (
                sum(group.inside(other)) / len(group)
                for other in around
                if other.asking_share >= _MOSTLY and not other.key.silent
            ),
            default=0.0,
        )
