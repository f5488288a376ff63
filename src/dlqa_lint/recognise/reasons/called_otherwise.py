"""The file is called a guide, a plan or the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.vocabulary import OTHER_FILE_NAMES
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class CalledOtherwise(GroupReason):
    """The file is called a guide, a plan or the like.

    `user-guide.md`, `CONTRIBUTING.md` and `todo.md` hold what their names say. Their headings may ask what their
    readers do, and their lists may be numbered, and both are there to tell something in order.

    Example:
        <!-- harbour/introduction.md -->
        ## What is a buoy?

        It floats, and marks the channel.

    Counter-example:
        <!-- harbour/buoys.md -->
        ## What is a buoy?

        It floats, and marks the channel.
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        return float(bool(OTHER_FILE_NAMES.search(group.page.stem)))
