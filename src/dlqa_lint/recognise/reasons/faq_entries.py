"""The document is called an FAQ, and the lines and what is below them are most of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_ENTRIES = ("heading", "summary", "paragraph", "directive", "line")


class FaqEntries(GroupReason):
    """The document is called an FAQ, and the lines and what is below them are most of it.

    What users ask is often put as what they see: an error message, a symptom, a wish. Nothing in such a
    line asks, and the title of the page, or the name of its file, says that it does.

    Example:
        # FAQ

        ## Black screen at the start

        Switch the lamp on.

    Counter-example:
        # Manual

        ## Black screen at the start

        The lamp is warming up.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        if group.key.kind not in _ENTRIES or not vocabulary.FAQ_TITLES.search(group.page.called):
            return 0.0
        return group.covered
