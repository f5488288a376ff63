"""The line is nothing but a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import LINK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

LINK_ONLY = regex(rf"\W{{0,20}}{LINK}\W{{0,20}}\Z")
"""A link with nothing but marks around it; twenty are more than emphasis and emoji need, and keep it fast."""


class LinkAlone(LineReason):
    """The line is nothing but a link.

    A heading or an item that is nothing but a link leads elsewhere: to a source, a course, the next page.
    Questions that are links as a whole occur in tables of contents.

    Example:
        ## What is a loss?
        ## [A course on losses](course.md)

    Counter-example:
        ## What is a loss?
        ## Losses of [this course](course.md)
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(bool(LINK_ONLY.match(line.text))) for line in group.lines]
