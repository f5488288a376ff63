"""The lines are headings of the first level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class HighestLevel(GroupReason):
    """The lines are headings of the first level.

    The heading of the first level is the title of a document or of a part of it. Questions there are rarer
    than below a title, but files with one question each have them.

    Example:
        # What is momentum for
        An average of past gradients carries a step on.

    Counter-example:
        # Optimisers
        ## What is momentum for?
        It carries a step on.
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        return float(group.key.kind == "heading" and group.key.level == 1)
