"""The lines follow each other without anything between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_NEXT = 1
"""How many lines further on the next line of a list begins that has nothing below."""


class LineByLine(GroupReason):
    """The lines follow each other without anything between them.

    Items without anything between them are a list of points: options, tasks, or things to keep in mind.
    Questions have an answer below, or at least room for it. It speaks against groups and not for others, as
    there are lists of bare questions.

    Example:
        - Is the data shuffled?
        - Does one batch fit?

    Counter-example:
        - Is the data shuffled?

          Yes, before each pass.
    """

    sign = "either"

    def of_group(self, group: Group) -> float:
        return sum(b.line - a.line <= _NEXT for a, b in pairwise(group.lines)) / max(len(group) - 1, 1)
