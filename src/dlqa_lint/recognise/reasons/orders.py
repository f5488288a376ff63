"""The line begins like an order, as examiners and tutorials give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class Orders(LineReason):
    """The line begins like an order, as examiners and tutorials give them.

    *Find*, *write* or *calculate* may open an exercise, and just as well a step of a manual or its title:
    *Install the driver*, *How to install it*. Only the documents can tell how often it is one or the other,
    so that the reason may weigh either way. Orders that are the examiner's alone (*explain*, *define*) read
    like questions and are not counted here.

    Example:
        ## 1. Find all files that are larger than a megabyte

        ## 2. Write the date into a file

    Counter-example:
        ## 1. Large files

        ## 2. Dates
    """

    sign = "either"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(0 < likeness < 1) for likeness in group.likeness]
