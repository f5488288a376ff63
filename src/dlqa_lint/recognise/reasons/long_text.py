"""The line is longer than a heading would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_LONG = 150
"""More characters fill about two rows of a page, where headings have one. Set by hand."""


class LongText(LineReason):
    """The line is longer than a heading would be.

    A question is short enough to be read at a glance. A group of lines that run on over several rows of a
    page is more likely to be an argument, a list of remarks or the steps of a recipe, even where they begin
    with *what* or *when*. Within a group that does ask, a long line is if anything an exercise that tells
    its story first, so that there it speaks for the line. Where the options to choose from follow, the text
    above them is the question, however long it is, and the reason is silent. So it is of a question in bold type,
    which its author has set apart.

    Example:
        1. What the audience remembered was the second half, when the lights went down and the choir walked
           slowly through the hall with candles, singing without any instruments at all.

    Counter-example:
        1. What did the audience remember?
        2. How did the brass section tune?
    """

    sign = "either"

    def of_lines(self, group: Group) -> Sequence[float]:
        if group.key.kind == "prompt":
            return [0.0] * len(group)
        told = zip(group.lines, group.texts, group.asking, strict=True)
        return [float(len(text) > _LONG and not (line.emphasised and asks)) for line, text, asks in told]
