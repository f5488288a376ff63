"""The title of the document is a label and a number, and the question is below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class NumberedTitle(GroupReason):
    """The title of the document is a label and a number, and the question is below it.

    Whoever keeps each question in a file of its own calls the file by its number. All that is below the
    title belongs to this one question, its tasks in bold as well as its answer.

    Example:
        # Question 12

        Passwords are stored without salt.

        **Why is this dangerous?**

    Counter-example:
        # Part 12

        Passwords are stored without salt.

        **Why is this dangerous?**
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        return float(group is group.page.one_question)
