"""The line does not ask and is directly above a line of its group that does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class NamesTheNext(StrayReason):
    """The line does not ask and is directly above a line of its group that does.

    With nothing between the two, the first one has no answer and is the name of what follows: a chapter
    whose heading has the level of its questions. A line that reads like an order may be a question that
    nobody has answered yet, and is left alone.

    Example:
        ## Transactions

        ## What is a commit?

    Counter-example:
        ## Transactions

        They happen as a whole or not at all.

        ## What is a commit?
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        names = [
            size == 0 and likeness == 0 and asks
            for size, likeness, (_, asks) in zip(
                group.sizes, group.likeness, pairwise(group.asking), strict=False
            )
        ]
        return [float(name) for name in (*names, False)]
