"""The numbers of the lines are the quarters of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_IN_A_YEAR = 4


class Quarters(GroupReason):
    """The lines are numbered from Q1 to Q4 and do not ask.

    Plans and reports are divided into quarters, which are written as questions may be. None of them reads
    like a question, no number is above four, and a space follows it where questions have a colon or a stop.

    Example:
        ### Q1 Release of the editor
        ### Q2 Mobile apps
        ### Q3 Plugins

    Counter-example:
        ### Q1: Name the parts of an editor
        ### Q2: Name three mobile systems
        ### Q3: Write a plugin
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        if group.key.label != "q" or any(group.asking):
            return 0.0
        spaced = all("Q{number} " in line.template for line in group.lines)
        return float(spaced and max(group.values) <= (_IN_A_YEAR,))
