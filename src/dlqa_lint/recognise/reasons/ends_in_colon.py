"""The line ends in a colon and introduces what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text.marks import COLONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_COLONS = tuple(COLONS)
_OPTIONS = 2
"""This many boxes are a choice."""


class EndsInColon(LineReason):
    """The line ends in a colon and introduces what follows.

    A colon announces what comes next, so that the line is a caption: the question, if there is one, is
    below it. Boxes to tick below the line are options, which a question may introduce as well.

    Example:
        ## Explain what to check first:
        The loss rises.

    Counter-example:
        ## Explain what to check first
        The loss, and then the norms.
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        boxes = map(sum, zip(group.counted(group.page.boxes), group.counted(group.page.ticks), strict=True))
        return [
            float(text.endswith(_COLONS) and below < _OPTIONS)
            for text, below in zip(group.texts, boxes, strict=True)
        ]
