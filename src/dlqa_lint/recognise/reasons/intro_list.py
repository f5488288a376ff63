"""The line is in a list before the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 3
"""Fewer lines may look like questions by chance."""

_SURELY = 0.8
"""The share of the later lines that have to look like questions. Set by hand."""

_ANSWERED = 0.8
"""From this share of items with an answer marker below, a list is no introduction. Set by hand."""


class IntroList(GroupReason):
    """The lines are one list, and all questions in another form come after it.

    An introduction lists what a method asks, or what to think of before the first question. It is over when
    the questions begin, which are headings, details or lines with a label. It answers nothing itself.

    Example:
        1. Who is it for?
        2. What may it cost?

        ## What is a budget?
        ## What is an estimate?
        ## What is a buffer?

    Counter-example:
        1. Who is it for?
        2. What may it cost?

        - a budget
        - an estimate
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        if group.key.kind not in LISTED or len(set(group.lists)) > 1 or _is_answered(group):
            return 0.0
        return float(any(_begins_after(group, other) for other in group.page.groups))


def _is_answered(group: Group) -> bool:
    """Whether the items have answers; what is below a single one are those of the questions after it."""
    return len(group) > 1 and group.answered_share >= _ANSWERED


def _begins_after(group: Group, other: Group) -> bool:
    """Whether another group that is not a list surely asks, and begins after the last line of a group."""
    listed = other.key.kind in ("bullet", "plain") or (other.key.kind == "line" and not other.labelled)
    sure = len(other) >= _FEWEST and other.surely >= _SURELY
    return not listed and sure and other.starts[0] > group.starts[-1]
