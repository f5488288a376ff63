"""The list that holds the line is a list of links."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import StrayReason
from dlqa_lint.recognise.reasons.link_alone import LINK_ONLY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class ListOfLinks(StrayReason):
    """The list that holds the line is a list of links.

    In a list or section in which every line is a link, no line is a question, even if the page it leads to
    is named by one. Beside questions written in the same way the links tell the list apart.

    Example:
        # Elsewhere
        ## [A course on losses](course.md)
        ## [Notes on batches](notes.md)

    Counter-example:
        # Losses
        ## How large is a step?
        ## Losses for [classes](classes.md)
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        links = Counter(
            place for place, line in zip(group.lists, group.lines, strict=True) if LINK_ONLY.match(line.text)
        )
        count = Counter(group.lists)
        return [links[place] / count[place] for place in group.lists]
