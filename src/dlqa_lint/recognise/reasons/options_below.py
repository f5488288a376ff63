"""Lettered options are below the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class OptionsBelow(LineReason):
    """Lettered options are below the line.

    A choice between A and B is offered below a question and hardly anywhere else. There must be exactly one
    list of options: a line with several is the heading of a chapter of questions. It weighs less than one
    would think, as lettered lists are found in answers too.

    Example:
        **Name the light on the port side.**

        A. red
        B. green

    Counter-example:
        **Name the light on the port side.**

        It is red.
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(count == 1) for count in group.counted(group.page.options)]
