"""The lines are in a frame that says it holds an exercise: `::: challenge`, `<quiz>`, a MyST exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason
from dlqa_lint.text.lazy_regex import regex

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_FRAME = regex(r"[`:<{\s]*(?:challenge|exercise|quiz|question|problem|task)\b")


class Exercises(GroupReason):
    """The lines are in a frame that says it holds an exercise: `::: challenge`, `<quiz>`, a MyST exercise.

    Frames such as `::: challenge` or `<quiz>` are made to hold an exercise and are named for it. A note, a
    tip or a warning can be written in the same way and asks nothing.

    Example:
        :::{exercise} Nested loops
        Print a table of products.
        :::

    Counter-example:
        :::{tip} Nested loops
        Print a table row by row.
        :::
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        if group.key.kind != "directive":
            return 0.0
        return sum(bool(_FRAME.match(line.template)) for line in group.lines) / len(group)
