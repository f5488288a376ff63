"""The lines carry a word for a question, and their numbers go up one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 3
"""Two labelled lines go up by chance as often as not; with a third one they count."""


class LabelledCount(GroupReason):
    """The lines carry a word for a question, and their numbers go up one by one.

    "Question 1", "Question 2" and so on to the last: the words and the numbers say together that these are
    the questions, whatever else the lines say. Labels alone may name figures of speech or sections of a
    survey.

    Example:
        ## Question 1: Losses
        ## Question 2
        ## Question 3: Robust losses

    Counter-example:
        ## Losses
        ## Smooth losses
        ## Robust losses
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        counts = len(group) >= _FEWEST and group.key.numbered and group.labelled
        return group.counted_in_sections if counts else 0.0
