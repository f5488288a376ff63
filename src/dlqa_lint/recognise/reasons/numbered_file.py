"""The name of the file ends in a number, and the line is alone of its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason
from dlqa_lint.text.lazy_regex import regex

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_NUMBERED = regex(r"\d[a-z]?(?:/(?:readme|index))?\.\w+\Z", re.IGNORECASE)
_SOME = 0.25
"""The least share of a document that its one question takes with what is below it. Set by hand."""


class NumberedFile(GroupReason):
    """The name of the file ends in a number, and the line is alone of its kind.

    Some banks keep each question in a file of its own: `07.md`, `day-12.md`, `07/README.md`. The document is
    then too small for the reasons that look at many lines, and its one heading is the question. What is asked
    late in a long document is part of something else: of the minutes of a day, say.

    Example:
        <!-- riddles/07.md -->
        ## What has keys and opens no door?

        - a piano

    Counter-example:
        <!-- riddles/keys.md -->
        ## What has keys and opens no door?

        - a piano
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        named = len(group) == 1 and bool(_NUMBERED.search(group.page.names))
        return float(named and group.covered >= _SOME)
