"""The lines are below lines that ask, carry a label or count on."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

_HOLDERS_NOT = ("bullet", "row", "file", "dashed-number", "plain")
"""The kinds of groups with nothing below their lines but what comes next."""


class InsideAnswers(GroupReason):
    """The lines are below lines that ask, carry a label or count on.

    What is below a question is its answer. Sub-headings and lists there may ask, to lead on to the next
    thought, and are not questions of the bank. How strongly this speaks depends on how surely the lines
    above are questions themselves.

    Example:
        ## What is a loss?
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


def _may_hold(other: Group, group: Group) -> bool:
    """Whether the lines of another group can be above those of a group."""
    if other.key.kind in _HOLDERS_NOT:
        return False
    both = other.key.kind == group.key.kind == "heading"
    return not both or other.key.level < group.key.level


def _strength(other: Group) -> float:
    """How surely the lines of another group are questions."""
    counts = _COUNTED * (other.key.numbered and other.counted_through >= _COUNTS)
    surest = max(other.asking_share, _LABELLED * bool(other.key.label), counts)
    return surest if len(other) >= _FEWEST else _ALONE * surest
