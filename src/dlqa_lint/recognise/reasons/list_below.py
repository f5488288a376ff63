"""A list follows the line that has no options to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group
    from dlqa_lint.recognise.choice.page import Page
    from dlqa_lint.text.blocks import Block

_BULLETS = ("-", "*", "+")


class ListBelow(LineReason):
    """A list follows the line that has no options to tick.

    A list right below a heading sets out what the heading names. Answers can be lists as well, but those of
    a bank are not all of them, and options have boxes to tick or letters. A bullet with nothing after it is
    the place of an answer.

    Example:
        ## Explain losses
        - errors
        - distances

    Counter-example:
        ## Explain losses
        They say how wrong a guess is.
    """

    sign = "either"

    def of_lines(self, group: Group) -> Sequence[float]:
        page = group.page
        ticked = [a + b for a, b in zip(group.counted(page.ticks), group.counted(page.boxes), strict=True)]
        return [
            float(block is not None and block.kind == "list" and not boxes and not _is_empty(page, block))
            for block, boxes in zip(group.first_blocks, ticked, strict=True)
        ]


def _is_empty(page: Page, block: Block) -> bool:
    """Whether a list is a bullet with nothing after it, where an answer is still to be written."""
    return block.end - block.first == 1 and page.source.lines[block.first].strip() in _BULLETS
