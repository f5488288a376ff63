"""There is something below the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class SomethingBelow(LineReason):
    """There is something below the line.

    A question is followed by its answer, by options or at least by a hint; a line with nothing below it,
    among others that are answered, often names what comes after it. In a list of questions alone all lines
    are equal in this, and nothing follows from it.

    Example:
        ## Use of the two winches

        Turn them clockwise.

    Counter-example:
        ## Use of the two winches

        ## Which winch is for the jib?
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(size > 0) for size in group.sizes]
