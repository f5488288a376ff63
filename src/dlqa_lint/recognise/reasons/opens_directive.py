"""The line is the first in a container for exercises, such as `::: challenge`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_BLANK_LINES = 3
"""So many blank lines at most are between a container's opening and its first line. Set by hand."""


class OpensDirective(LineReason):
    """The line is the first in a container for exercises, such as `::: challenge`.

    Courses that are written for a site frame their exercises, and the heading inside the frame is the
    exercise's title, which rarely reads like a question. Only blank lines may be between the opening of the
    frame and the line: what follows the title is part of the exercise.

    Example:
        ::: challenge

        ## Add up the even numbers

        :::

    Counter-example:
        ## Add up the even numbers

        ## Draw a staircase of stars
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        openers, lines = group.page.openers, group.page.source.lines
        found = []
        for line in group.lines:
            at = bisect_left(openers, line.line) - 1
            between = lines[openers[at] + 1 : line.line] if at >= 0 else ["text"]
            found.append(float(len(between) <= _BLANK_LINES and not any(map(str.strip, between))))
        return found
