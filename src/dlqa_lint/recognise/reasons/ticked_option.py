"""Below the line is exactly one ticked box among empty ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class TickedOption(LineReason):
    """Below the line is exactly one ticked box among empty ones.

    That is how quizzes mark the right option. A list of tasks has no ticks at first and many later, so that
    one alone below every line of a group is hardly chance.

    Example:
        ## The largest planet

        - [ ] Mars
        - [x] Jupiter

    Counter-example:
        ## The telescope

        - [ ] clean the mirror
        - [ ] buy a cap
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        ticks, boxes = group.counted(group.page.ticks), group.counted(group.page.boxes)
        return [float(ticked == 1 and empty > 0) for ticked, empty in zip(ticks, boxes, strict=True)]
