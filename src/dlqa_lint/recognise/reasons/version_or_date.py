"""The line begins with a version or a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_VERSION = regex(
    r"(?:v?\d+\.\d+(\.\d+)?(?![^\W_])|\[v?\d+\.\d+[^\s\[\]]*\])|\d{4}-\d\d(-\d\d)?|unreleased", re.IGNORECASE
)

# `[2.1](#reefs) Why are sails reefed?`: an author numbers sections and questions, and links each to itself.
_ANCHOR = regex(r"\[[^\[\]]{1,20}\]\(#")


class VersionOrDate(LineReason):
    """The line begins with a version or a date.

    Change logs, diaries and minutes have a heading for each release or day. What follows may be put as a
    question, but it is the title of what happened then. A date that the line is numbered by is taken for
    its number, and not seen here; neither is a number that leads to a place in the document, as a release leads out.

    Example:
        ## v2.1: What is new?

        The timetable shows the tide.

    Counter-example:
        ## What is new?

        The timetable shows the tide.
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [
            float(bool(_VERSION.match(text)) and not _ANCHOR.match(line.text))
            for line, text in zip(group.lines, group.texts, strict=True)
        ]
