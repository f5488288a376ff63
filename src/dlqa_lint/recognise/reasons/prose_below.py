"""A paragraph or a quote follows the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class ProseBelow(LineReason):
    """A paragraph or a quote follows the line.

    An answer is first of all told in words. In a bank whose questions are followed by a paragraph, a line
    that is followed by a table, a list or nothing is more likely a plan, an index or the heading of a
    chapter. For list items the reason is silent.

    Example:
        ## How long do shoes last?

        About seven hundred kilometres.

    Counter-example:
        ## Weekly plan

        | day | run  |
        |-----|------|
        | Mon | 5 km |
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [
            float(block is not None and block.kind in ("paragraph", "quote")) for block in group.first_blocks
        ]
