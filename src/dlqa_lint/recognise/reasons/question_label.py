"""The lines carry a word for a question before their number, or alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_NO_WORDS = ("bare", "#")
"""The label of lines that carry none by name, or a symbol alone: `#3`."""


class QuestionLabel(GroupReason):
    """The lines carry a word for a question before their number, or alone.

    A line that calls itself *Question 3*, *Q3* or *Exercise 3* need not read like one. Numbers alone, or
    with a symbol, as `#3`, do not count: chapters have them as well.

    Example:
        ## Question 1: a countdown

        ## Question 2: find the sum

    Counter-example:
        ## 1. A countdown

        ## 2. Find the sum
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        return float(bool(group.key.label) and group.key.label not in _NO_WORDS)
