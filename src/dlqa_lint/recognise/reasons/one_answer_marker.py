"""Exactly one answer marker is below the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class OneAnswerMarker(LineReason):
    """Exactly one answer marker is below the line.

    A word such as *Answer* belongs to one question. Where every line of a group has one of its own, the
    lines are the questions, even if none of them reads like one. Several markers below a line say that it
    is a chapter, and where there is none, the reason is silent.

    Example:
        ## 1. The longest river in Europe

        Answer: the Volga

    Counter-example:
        ## 1. The Volga

        It is the longest river in Europe.
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(count == 1) for count in group.counted(group.page.marks)]
