"""Nearly all lines of the group read like questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_NEARLY_ALL = 0.9
"""The share of the lines that ask from which the others are questions as well; of 0.8 to 0.95 it read best,
cross-validated."""


class AllAsk(StrayReason):
    """Nearly all lines of the group read like questions.

    A line among so many was written by the same hand for the same purpose. If it does not read like a
    question, then because nobody puts every question in the same words. Where only some lines ask, the group
    is a mixture, and those that do not ask are something else.

    Example:
        ## What is a mooring?
        ## Knots that hold in wet rope
        ## What is a fender?

    Counter-example:
        ## What is a mooring?
        ## Knots that hold in wet rope
        ## The harbour at night
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(group.asking_share >= _NEARLY_ALL)] * len(group)
