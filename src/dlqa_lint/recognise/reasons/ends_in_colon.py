"""The line ends in a colon and introduces what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text.marks import COLONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_COLONS = tuple(COLONS)


class EndsInColon(LineReason):
    """The line ends in a colon and introduces what follows.

    A colon announces what comes next, so that the line is a caption: the question, if there is one, is
    below it.

    Example:
        ## Explain what to check first:
        The loss rises.

    Counter-example:
        ## Explain what to check first
        The loss, and then the norms.
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(text.endswith(_COLONS)) for text in group.texts]
