"""Below the line are two empty boxes or more, and none that is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 2
"""A single box is a remark to tick off; a check list and options have more (by definition of both)."""


class BoxesBelow(LineReason):
    """Below the line are two empty boxes or more, and none that is ticked.

    Tasks to tick off make a check list, and what is above them names a part of it, even if it asks. Empty
    boxes are the options of a quiz as well; there the lines have other reasons for them: numbers, labels,
    one ticked box. A front matter that asks is alone in its file and has none of those.

    Example:
        ## What changes?
        - [ ] the card is written
        - [ ] the licence is named

    Counter-example:
        ## What changes?
        The card is written, and the licence is named.
    """

    sign = "either"

    def of_lines(self, group: Group) -> Sequence[float]:
        boxes, ticks = group.counted(group.page.boxes), group.counted(group.page.ticks)
        is_file = group.key.kind == "file"
        return [
            float(empty >= _FEWEST and not ticked and not (is_file and asks))
            for empty, ticked, asks in zip(boxes, ticks, group.asking, strict=True)
        ]
