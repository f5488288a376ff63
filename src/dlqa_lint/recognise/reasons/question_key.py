"""The front matter of the file has a key `question`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class QuestionKey(GroupReason):
    """The front matter of the file has a key `question`.

    Banks of one file a question keep it as data: the key is written for programs, and leaves no doubt what
    its value is. A `title` says nothing of the kind, as any page of a site has one.

    Example:
        ---
        question: The capital of Peru
        ---

    Counter-example:
        ---
        title: The capital of Peru
        ---
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        return float(group.lines[0].template.startswith("question:"))
