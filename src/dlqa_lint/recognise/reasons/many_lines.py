"""The group has many lines."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_DOUBLINGS = 6
"""This many doublings of one line, 64 lines, count in full. Set by hand: longer banks are not more certain."""


class ManyLines(GroupReason):
    """The group has many lines.

    One heading that asks is found in any article; twenty that are written alike are the plan of a document.
    The feature grows with the logarithm of their number, as the step from two lines to four says more than
    the one from forty to forty-two.

    Example:
        - How old is the hull?
        - Where was it kept in winter?
        - Does it leak in heavy rain?
        - Which repairs are planned?

    Counter-example:
        Ask the seller for an hour at sea:

        - How old is the hull?
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        return min(1.0, log2(len(group)) / _DOUBLINGS)
