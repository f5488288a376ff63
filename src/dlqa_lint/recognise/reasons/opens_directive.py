"""The lines are the first in containers for exercises, such as `::: challenge`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class OpensDirective(GroupReason):
    """The lines are the first in containers for exercises, such as `::: challenge`.

    Courses that are written for a site frame their exercises, and the heading inside the frame is the
    exercise's title, which rarely reads like a question. Headings of the same level outside the frames are
    another group: the lessons between the exercises.

    Example:
        ::: challenge

        ## Add up the even numbers

        :::

    Counter-example:
        ## Add up the even numbers

        ## Draw a staircase of stars
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        return float(group.key.framed)
