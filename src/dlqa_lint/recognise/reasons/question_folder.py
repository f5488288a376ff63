"""The line is the title of a file in a folder of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class QuestionFolder(GroupReason):
    """The line is the title of a file in a folder of questions.

    Where each question has a file of its own, the folder says what they are, and the title of a file, or what
    its front matter calls it, is the question, even if it only names a topic. A file without a title begins
    with what it asks.

    Example:
        <!-- questions/anchors.md -->
        # Anchors

        Weight and chain.

    Counter-example:
        <!-- gear/anchors.md -->
        # Anchors

        Weight and chain.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        if not (group.key.kind == "file" or group.is_title or group.opens_file):
            return 0.0
        return float(group.page.among_questions)
