"""The line reads like a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 5
"""Fewer items may ask and order by chance. Set by hand."""

_ASKING = 1 / 3
"""The share of a list that has to ask, so that its orders ask as well. Set by hand."""

_NEARLY = 0.9
"""The share of such a list that has to ask or order. Set by hand."""


class Asks(LineReason):
    """The line reads like a question.

    It ends in a question mark, or begins with a word that opens questions, or the orders of an examiner, in
    its language. This is the strongest evidence there is, and yet not enough: tutorials ask in headings as
    well. In a list in which many lines ask and nearly all others order something, the orders are tasks for the
    same reader, and ask too.

    Example:
        ## Explain why momentum helps
        ## Compare SGD and Adam

    Counter-example:
        ## Momentum in practice
        ## The history of Adam
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        orders = _gives_tasks(group)
        return [float(likeness == 1 or (orders and likeness > 0)) for likeness in group.likeness]


def _gives_tasks(group: Group) -> bool:
    """Whether the lines are items of which many ask, and nearly all others order."""
    if group.key.kind not in LISTED or len(group) < _FEWEST or group.asking_share < _ASKING:
        return False
    return sum(likeness > 0 for likeness in group.likeness) >= _NEARLY * len(group)
