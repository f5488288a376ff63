"""The lines are below lines that ask, carry a label or count on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_COUNTED = 0.3
"""How surely lines are questions that count on and do nothing else: steps and sections count as well.

The strengths here are estimates that were not fitted: the weight of the reason is, and absorbs their scale.
"""

_COUNTS = 0.8
"""The share of steps between numbers that go up by one from which lines count on; a slip or two is usual."""

_LABELLED = 0.9
"""How surely lines with a word for a question are questions: nearly as surely as those that ask."""

_FEWEST = 3
"""Fewer lines than these may ask by chance."""

_ALONE = 0.4
"""The share of their strength that remains to so few lines."""

_MIXED = 0.5
"""Where more of the items inside items ask, they are questions that continue the ones around them. Set by hand."""

_HOLDERS_NOT = ("bullet", "row", "file", "dashed-number", "plain")
"""The kinds of groups with nothing below their lines but what comes next."""


class InsideAnswers(GroupReason):
    """The lines are below lines that ask, carry a label or count on.

    What is below a question is its answer. Sub-headings and lists there may ask, to lead on to the next
    thought, and are not questions of the bank. How strongly this speaks depends on how surely the lines
    above are questions themselves. Of the same structure `holds-questions` says the opposite: that the lines
    above name sections, and those below are the questions. Their weights settle it.

    Example:
        ## 1. What is a loss?
        A number.
        ### When is it zero?
        When all guesses are right.

    Counter-example:
        ## Losses
        ### What is a loss?
        ### When is it zero?
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        others = (other for other in group.page.groups if other is not group and _may_hold(other, group))
        surest = ((_strength(other), other) for other in others)
        return max(
            (sure * sum(group.inside(other)) / len(group) for sure, other in surest if sure), default=0.0
        )


def _asks_throughout(group: Group) -> bool:
    """Whether every one of some headings asks: an FAQ goes into detail by further questions, one level deeper.

    Where the upper ones alone are numbered, the count tells that the deeper ones are not questions.
    """
    return group.asking_share == 1 and (bool(group.page.announced) or len(group) >= _FEWEST)


def _may_hold(other: Group, group: Group) -> bool:
    """Whether the lines of another group can be above those of a group."""
    if other.key.kind == "bullet" and group.key.kind in LISTED:
        return other.key.level < group.key.level and group.asking_share < _MIXED
    if other.key.kind in _HOLDERS_NOT or (other.is_title and sum(group.asking) >= _FEWEST):
        return False
    if other.key.kind != "heading" or group.key.kind != "heading":
        return True
    counted = other.key.numbered and not group.key.numbered
    return other.key.level < group.key.level and (counted or not _asks_throughout(group))


def _strength(other: Group) -> float:
    """How surely the lines of another group are questions."""
    if other is other.page.one_question:
        return 1.0
    counts = _COUNTED * (other.key.numbered and other.counted_through >= _COUNTS)
    surest = max(other.asking_share, _LABELLED * bool(other.key.label), counts)
    return surest if len(other) >= _FEWEST else _ALONE * surest
