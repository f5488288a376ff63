"""The lines are the titles or first words of directives for questions and exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason
from dlqa_lint.text.lazy_regex import regex

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


_FOLDS = regex(
    r"<(?:Accordion|Collaps|Expan|Disclosure|Details|Toggle)|::: (?:details|collapse|spoiler|dropdown)"
)
"""How the forms begin of what folds a text, whatever it is."""


class Directives(GroupReason):
    """The lines are the titles or first words of directives for questions and exercises.

    MyST, Sphinx and workshop frameworks have directives for exercises, problems and questions. Their titles
    are questions whatever they say, as the author used the tool that is made for it. What folds any text away, an
    accordion say, is made for questions where at least half of its titles ask.

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
        if group.key.kind != "directive":
            return 0.0
        return float(not _FOLDS.match(group.lines[0].template) or group.asking_share * 2 >= 1)
