"""The lines ask and are among many that are written nearly like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 2
"""Fewer lines do not make a count."""

_LARGER = 2
"""The other group is this many times larger: of two equal ones neither is beside the other. Set by hand."""

_NEARLY_ALL = 0.7
"""The share of the other group that asks, where no count tells what it is. Set by hand."""

_CARRIERS = {"paragraph": "line"}
"""A bold paragraph is called a line as soon as it has a number."""


class BesideARun(GroupReason):
    """The lines ask and are among many that are written nearly like them.

    Somebody added a question between two numbered ones and gave it no number, put one of many in bold, or gave a
    heading a hash too much. By itself such a line would be a group of its own, too small to be read as a bank. A
    label (`## Q:` among `### Q:`) tells where it belongs even if it does not ask.

    Example:
        ## 1. What is a gate?
        ## Why is it slow?
        ## 2. What is a cell state?
        ## 3. What is a hidden state?

    Counter-example:
        ## Why is it slow?
        Steps wait for each other.

        ### Steps
        They wait in line.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        if group.key.numbered or group.key.again or group.key.kind == "plain":
            return 0.0
        return max((_beside(group, other) / len(group) for other in group.page.groups), default=0.0)


def _beside(group: Group, other: Group) -> int:
    """How many lines of a group ask between the first and the last line of another one."""
    if len(other) < max(_FEWEST, _LARGER * len(group)):
        return 0
    if _listed_on(group, other):
        return sum(not inside for inside in group.inside(other))
    if not _alike(group, other):
        return 0
    first, last = other.starts[0], other.starts[-1]
    told = _labelled_alike(group, other)
    return sum(
        (asks or told) and first < start < last
        for start, asks in zip(group.starts, group.asking, strict=True)
    )


def _labelled_alike(group: Group, other: Group) -> bool:
    """Whether headings carry the word for a question that those of another level carry."""
    mine, others = group.key, other.key
    return group.labelled and mine.kind == others.kind == "heading" and mine.label == others.label


def _one_deeper(group: Group, other: Group) -> bool:
    """Whether headings that all ask are one level below others that do, none of which has a number."""
    mine, others = group.key, other.key
    headings = mine.kind == others.kind == "heading" and not (others.numbered or others.label)
    asking = group.asking_share == 1 and other.asking_share >= _NEARLY_ALL
    return headings and asking and mine.level == others.level + 1


def _listed_on(group: Group, other: Group) -> bool:
    """Whether items that all ask are written like the numbered ones of a list of questions, but for the numbers.

    - 29. What is a join?
    - 30. What is a view?

    ## Clouds
    - What is a bucket?
    - What is a region?
    """
    mine, others = group.key, other.key
    listed = (
        mine.kind in LISTED
        and others.kind in LISTED
        and others.numbered
        and not mine.level
        and not others.level
    )
    asking = group.asking_share == 1 and other.asking_share >= _NEARLY_ALL
    return listed and asking and mine.emphasised == others.emphasised


def _alike(group: Group, other: Group) -> bool:
    """Whether two groups differ in numbers alone, or in emphasis where nearly all lines of the other one ask."""
    if _one_deeper(group, other) or _labelled_alike(group, other):
        return True
    mine, others = (_CARRIERS.get(key.kind, key.kind) for key in (group.key, other.key))
    if mine != others or group.key.level != other.key.level or other.key.silent:
        return False
    emphasis = group.key.emphasised != other.key.emphasised
    return other.key.numbered or (emphasis and other.asking_share >= _NEARLY_ALL)
