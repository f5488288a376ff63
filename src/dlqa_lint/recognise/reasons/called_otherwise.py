"""The file is called a guide, a plan or the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.vocabulary import OTHER_FILE_NAMES
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


_LONGEST = 150
"""No name of a document is longer, and searching a long line for words takes time. Set by hand."""


class CalledOtherwise(GroupReason):
    """The file is called a guide, a plan or the like.

    `user-guide.md`, `CONTRIBUTING.md` and `todo.md` hold what their names say. Their headings may ask what their
    readers do, and their lists may be numbered, and both are there to tell something in order. A title says so as
    well, of 52 of 57 labelled documents rightly, unless the document announces questions.

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
        page = group.page
        titled = not page.announced and any(level == 1 for _, level in page.headings[:1])
        name = page.called if titled else page.stem
        return float(bool(OTHER_FILE_NAMES.search(name[:_LONGEST])))
