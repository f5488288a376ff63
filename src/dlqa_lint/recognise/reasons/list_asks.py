"""The list that holds the line asks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_LISTED = ("bullet", "line", "item-heading")

_UNKNOWN = 0.5
"""The feature of lines outside lists: neither that theirs asks nor that it does not."""


class ListAsks(StrayReason):
    """The list that holds the line asks.

    Items are written together. Where nearly all items of a list ask, the one that does not is a question in
    other words; where none does, the list is something else, even if it is written in the same way.

    Example:
        - What is a step?
        - Batch sizes
        - What is a seed?

    Counter-example:
        - paper
        - a pen
        - a calculator
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        if group.key.kind not in _LISTED:
            return [_UNKNOWN] * len(group)
        asking = Counter(place for place, asks in zip(group.lists, group.asking, strict=True) if asks)
        count = Counter(group.lists)
        return [asking[place] / count[place] for place in group.lists]
