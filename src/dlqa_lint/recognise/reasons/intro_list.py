"""The lines are in a list before the questions, or in lists in the answers to them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 3
"""Fewer lines may look like questions by chance."""

_SURELY = 0.8
"""The share of the later lines that have to look like questions. Set by hand."""

_ANSWERED = 0.8
"""From this share of items with something of their own below, a list is no introduction. Set by hand."""

_MOST_HOLDERS = 0.5
"""Where more of some headings have a list that asks below, they name the sections of the questions, unless
each is answered before its list. Set by hand."""

_AT_LENGTH = 150
"""So many visible characters before a list are an answer; fewer lead in. Set by hand."""

_NEARLY_ALL = 0.9
"""The share of the lists before which there is an answer; one may be forgotten. Set by hand."""


class IntroList(GroupReason):
    """The lines are a list before all questions in another form, or lists in the answers to these.

    An introduction lists what a method asks, or what to think of before the first question. It is over when
    the questions begin, which are headings, details or lines with a label. So does the answer to one of these that
    says what to ask oneself, and so do answers at length that end with what to ask next, to headings or to numbered
    items. Such a list answers nothing itself.

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
        if group.key.kind not in LISTED or _is_answered(group):
            return 0.0
        others = [other for other in group.page.groups if other is not group and len(other) >= _FEWEST]
        alone = len(set(group.lists)) == 1
        if alone and any(_begins_after(group, other) for other in others if not _is_list(other)):
            return 1.0
        return float(any(_answers(group, other) for other in others))


def _is_answered(group: Group) -> bool:
    """Whether the items have answers; what is below a single one are those of the questions after it."""
    return len(group) > 1 and sum(size > 0 for size in group.sizes) >= _ANSWERED * len(group)


def _is_list(other: Group) -> bool:
    return other.key.kind in ("bullet", "plain") or (other.key.kind == "line" and not other.labelled)


def _begins_after(group: Group, other: Group) -> bool:
    """Whether another group surely asks, and begins after the last line of a group."""
    return other.surely >= _SURELY and other.starts[0] > group.starts[-1]


def _answers(group: Group, other: Group) -> bool:
    """Whether all lines of a group are in the answers to another one, whose lines ask, or give orders and count."""
    counts = other.key.numbered and other.counted_through >= _SURELY and all(other.likeness)
    if not _may_hold(other, group) or not (counts or other.surely >= _SURELY) or not any(group.asking):
        return False
    if not all(group.inside(other)):
        return False
    firsts = _first_held(group, other)
    asked = all(other.likeness[at] and other.starts[at] not in group.page.announcing for at in firsts)
    few = other.key.kind == "heading" and len(firsts) <= _MOST_HOLDERS * len(other)
    return asked and (few or (_answered_before(other, firsts) and not _is_quiz(group, other)))


def _may_hold(other: Group, group: Group) -> bool:
    """Whether lines of another group have answers that can hold a list of a group: headings, and numbered items."""
    numbered = other.key.kind == "line" and other.key.numbered
    return other.key.kind == "heading" or (numbered and other.key.level < group.key.level)


def _first_held(group: Group, other: Group) -> dict[int, int]:
    """Where the first line of a group is below each line of another one that holds some, by that line's index."""
    firsts: dict[int, int] = {}
    for start in group.starts:
        firsts.setdefault(bisect_right(other.starts, start) - 1, start)
    return firsts


def _answered_before(other: Group, firsts: Mapping[int, int]) -> bool:
    """Whether nearly all lines of another group are answered at length before the list that each holds begins."""
    said = [other.page.visible(other.starts[at], start) for at, start in firsts.items()]
    return sum(size >= _AT_LENGTH for size in said) >= _NEARLY_ALL * len(said)


def _is_quiz(group: Group, other: Group) -> bool:
    """Whether a heading between a line of another group and the list below it announces questions.

    ## What is a tide?
    …
    ### Test questions
    - What is a neap tide?
    """
    held = zip(group.starts, group.zones, strict=True)
    return any(
        zone in group.page.announcing and zone > other.starts[bisect_right(other.starts, start) - 1]
        for start, zone in held
    )
