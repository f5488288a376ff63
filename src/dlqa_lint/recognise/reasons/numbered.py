"""The lines carry numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class Numbered(GroupReason):
    """The lines carry numbers.

    Questions are numbered so that they can be cited and counted, and the headings of an article seldom are.
    As chapters and steps have numbers too, this is not enough by itself, but it weighs in where the lines
    are orders of an examiner or have answers below.

    Example:
        1. Explain how a leaf takes up carbon dioxide.
        2. Describe the parts of a flower.

    Counter-example:
        - Explain how a leaf takes up carbon dioxide.
        - Describe the parts of a flower.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        return float(group.key.numbered)
