"""The lines are sentences of running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class PlainSentences(GroupReason):
    """The lines are sentences of running text.

    People ask in letters, speeches and articles without expecting an answer from a bank. A sentence that
    is in its paragraph with no number, no label and no emphasis is set apart by nothing, so that a
    document has to speak for it in other ways: by its title, or by answers that are marked. Many such
    sentences in a row are set apart by that, and the one that a file in a folder of questions begins with by its
    place.

    Example:
        Have you heard about the new ferry?

        Would you like to come along?

    Counter-example:
        ## Have you heard about the new ferry?

        It goes twice a day.
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        asked = group.key.stacked or (group.opens_file and group.page.among_questions)
        return float(group.key.kind == "plain" and not asked)
