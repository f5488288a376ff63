"""The lines say that questions follow, and ask none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.question_likeness import announces
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class Announces(GroupReason):
    """The lines say that questions follow, and ask none.

    *Practice exam*, *Designing a question* and *Interview questions for sailors* name documents and their parts.
    A bank has such headings for its sections, and a page about banks has nothing else. Its first heading may well be
    as high as its questions. With a label, or as what
    the front matter calls a file, the words may be the name of one question: *Practice exam, question 5*.

    Example:
        ## Practice questions on knots
        ## Exam questions on buoys

    Counter-example:
        ## Reef knots and bowlines
        ## Buoys of the channel
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        if group.labelled or group.key.kind == "file":
            return 0.0
        headings = group.page.headings
        title = headings[0][0] if headings and len(group) > 1 else -1
        told = zip(group.starts, group.texts, group.asking, strict=True)
        return sum(not asks and start != title and announces(text) for start, text, asks in told) / len(group)
