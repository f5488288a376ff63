"""The lines and what is below them are most of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class CoversDocument(GroupReason):
    """The lines and what is below them are most of the document.

    A bank consists of its questions and their answers. Lines with little of the text below them are at best
    a part of something else, such as a few asking headings in a long article.

    Example:
        # Optimisers
        ## What if the loss jumps?
        The step is too large.
        ## Why is it flat?
        The units are dead.

    Counter-example:
        # Optimisers
        Three pages of text on optimisers.
        ## What if the loss jumps?
        The step is too large.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        return group.covered
