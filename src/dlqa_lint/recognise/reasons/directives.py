"""The lines are the titles or first words of directives for questions and exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class Directives(GroupReason):
    """The lines are the titles or first words of directives for questions and exercises.

    MyST, Sphinx and workshop frameworks have directives for exercises, problems and questions. Their titles
    are questions whatever they say, as the author used the tool that is made for it.

    Example:
        :::{exercise} Sum of squares
        Add the squares up to ten.
        :::

    Counter-example:
        :::{note}
        Squares grow fast.
        :::
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        return float(group.key.kind == "directive")
