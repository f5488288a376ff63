"""The line reads like a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text.marks import COLONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 5
"""Fewer items may ask and order by chance. Set by hand."""

_ASKING = 1 / 3
"""The share of a list that has to ask, so that its orders ask as well. Set by hand."""

_NEARLY = 0.9
"""The share of such a list that has to ask or order. Set by hand."""

_FEWEST_STEMS = 3
"""One box of each of two lists of tasks may be ticked by chance. Set by hand."""

_COLONS = tuple(COLONS)


class Asks(LineReason):
    """The line reads like a question.

    It ends in a question mark, or begins with a word that opens questions, or the orders of an examiner, in
    its language. This is the strongest evidence there is, and yet not enough: tutorials ask in headings as
    well. In a list in which many lines ask and nearly all others order something, the orders are tasks for the
    same reader, and ask too. So does the beginning of a sentence that ends in a colon and is completed by one of
    the options below, where one is ticked below each line of a group.

    Example:
        ## Explain why momentum helps
        ## Compare SGD and Adam

    Counter-example:
        ## Momentum in practice
        ## The history of Adam
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        if _begins_sentences(group):
            return [1.0] * len(group)
        orders = _gives_tasks(group)
        return [float(likeness == 1 or (orders and likeness > 0)) for likeness in group.likeness]


def _gives_tasks(group: Group) -> bool:
    """Whether the lines are items of which many ask, and nearly all others order."""
    if group.key.kind not in LISTED or len(group) < _FEWEST or group.asking_share < _ASKING:
        return False
    return sum(likeness > 0 for likeness in group.likeness) >= _NEARLY * len(group)


def _begins_sentences(group: Group) -> bool:
    """Whether the lines end in colons, but for those that ask, and one box of several is ticked below each.

    ### A tide is caused by:
    - [x] the moon
    - [ ] the wind
    """
    if group.key.kind != "heading" or len(group) < _FEWEST_STEMS:
        return False
    ticks, boxes = group.counted(group.page.ticks), group.counted(group.page.boxes)
    return all(
        ticked == 1 and empty > 0 and (asks or text.endswith(_COLONS))
        for text, asks, ticked, empty in zip(group.texts, group.asking, ticks, boxes, strict=True)
    )
