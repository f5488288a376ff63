"""Exactly one answer marker is below each line, and no answer marker is anywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 3
"""Fewer lines than these may be the parts of one question. Set by hand."""

_NEARLY_ALL = 0.9
"""The share of the lines, and of the markers; a question may lack its answer, or have two. Set by hand."""

_MOSTLY = 0.5
"""The share of a group's lines that tells what it is: below another's, asking, in words of their own. Set by hand."""


class EachAnswered(GroupReason):
    """Exactly one answer marker is below each line, and no answer marker is anywhere else.

    Lines and answers that take turns are questions and answers, whatever the lines say: tasks, topics, terms.
    Where lines below such a line take turns with the answers as well, as headings of its parts do, the outer ones
    are the questions, unless the inner ones alone ask: topics with one question each. And some words for tasks, as
    "Problem:", mean trouble as well: where most lines after such a word neither ask nor order, a solution is advice.

    Example:
        ## Low rank
        Answer: write a matrix as a product of two thin ones.
        ## Sparsity
        Answer: leave out what is near to nothing.
        ## Sharing
        Answer: use the same numbers twice.

    Counter-example:
        ## Low rank
        Answer: write a matrix as a product of two thin ones.
        ## Sparsity
        Most numbers are near to nothing.
        ## Sharing
        Some are used twice.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        if not _takes_turns(group) or _tells_of_trouble(group):
            return 0.0
        asks = _asks(group)
        others = [other for other in group.page.groups if other is not group and _takes_turns(other)]
        outer = [other for other in others if _holds(other, group) and (_asks(other) or not asks)]
        inner = [other for other in others if _holds(group, other) and _asks(other) and not asks]
        return float(not outer and not inner)


def _asks(group: Group) -> bool:
    """Whether most lines ask, and not all of them the same."""
    return group.asking_share > _MOSTLY and len(group.times) > _MOSTLY * len(group)


def _tells_of_trouble(group: Group) -> bool:
    """Whether most lines after a word for tasks and troubles, without a number, do not say what is to be done.

    **Problem:** The rudder is blocked
    **Solution:** Lift it, and cut the line.
    """
    if group.key.numbered or group.key.label not in vocabulary.TROUBLE_LABELS:
        return False
    return sum(likeness > 0 for likeness in group.likeness) < _MOSTLY * len(group)


def _takes_turns(group: Group) -> bool:
    """Whether nearly every line has one answer marker below it, and nearly every marker such a line above it."""
    if len(group) < _FEWEST:
        return False
    counts = group.answer_markers
    return counts.count(1) >= _NEARLY_ALL * len(group) and sum(counts) >= _NEARLY_ALL * len(group.page.marks)


def _holds(other: Group, group: Group) -> bool:
    """Whether most lines of a group are below another one's."""
    return sum(group.inside(other)) > _MOSTLY * len(group)
