"""The number of the line is one more than the one before, or one less than the next."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class FitsTheCount(StrayReason):
    """The number of the line is one more than the one before, or one less than the next.

    Where one line of numbered questions does not ask, its number may still show that it is one of them: it
    continues the line before, or leads to the next.

    Example:
        ## 1. What is a loss?
        ## 2. Batches

    Counter-example:
        ## 1. What is a loss?
        ## 7. Batches
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        values = [value[-1] for value in group.values]
        steps = [after - before == 1 for before, after in pairwise(values)]
        fits = [a or b for a, b in zip([False, *steps], [*steps, False], strict=True)]
        return [float(group.key.numbered and fit) for fit in fits]
