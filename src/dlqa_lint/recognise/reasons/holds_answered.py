"""Questions with a label and an answer are below the lines, several below each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_SEVERAL = 2
"""One labelled question below a line may be what the line is the title of. Set by hand."""


class HoldsAnswered(GroupReason):
    """Questions with a label and an answer are below the lines, several below each.

    The labels say what asks here. A line that has none and holds several such questions is the name of their
    section, also where it is numbered. Of questions without a label, `holds-questions` speaks.

    Example:
        ## 1. Anchors

        Q: Which anchor holds in sand?
        A: A plough.

        Q: Which one holds in rock?
        A: None, for sure.

    Counter-example:
        ## 1. Anchors

        A plough holds in sand.
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        if group.labelled:
            return 0.0
        labelled = group.page.answered_labels
        held = (sum(below >= _SEVERAL for below in group.counted(other.starts)) for other in labelled)
        return max(held, default=0) / len(group)
