"""The document announces questions, and the lines and what is below them are most of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.vocabulary import FILE_NAME_WORDS
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class CoversAnnounced(GroupReason):
    """The document announces questions, and the lines and what is below them are most of it.

    A title such as "Interview questions" says what the document is for. If some of its lines hold nearly
    all of it, these are what the title announces, even where only some of them ask.

    Example:
        # Interview questions
        ## Explain the learning rate
        How far one step goes.

    Counter-example:
        # Training in short
        ## The learning rate
        How far one step goes.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        page = group.page
        if page.announced != "title" and not FILE_NAME_WORDS.search(page.names):
            return 0.0
        return group.covered
