"""The line is in the front matter of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class FrontMatter(GroupReason):
    """The line is in the front matter of a file.

    A card or a question in a file of its own has what it asks in the front matter, as `title` or
    `question`, and only the answer below. Front matter of other pages names them and asks nothing.

    Example:
        ---
        title: What is a loss?
        ---
        A number.

    Counter-example:
        ---
        title: Losses
        ---
        A number that training makes smaller.
    """

    sign = "either"

    def of_group(self, group: Group) -> float:
        return float(group.key.kind == "file")
