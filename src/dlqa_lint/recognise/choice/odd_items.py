"""Odd items: the few of a list of questions that are bold, or alone are not, are written like the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.group import Group
from dlqa_lint.recognise.choice.keys import LISTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dlqa_lint.text.source import Span

_FEWEST = 4
"""The other items of the list; fewer may differ by chance."""

_FEW = 0.2
"""The share of odd items up to which they are exceptions. Set by hand."""

_MOSTLY = 0.5
"""The share of the other items that ask, so that the list is one of questions. Set by hand."""


def with_odd_items(written: Iterable[Group]) -> list[Group]:
    """The groups, with the few items of a list of questions that differ in their emphasis among its others.

    - What is a stack?
    - What is a queue?
    - **What is a heap?**
    - What is a tree?
    - What is a graph?
    """
    groups = list(written)
    by_key = {group.key: group for group in groups}
    found = []
    for group in groups:
        twin = by_key.get(group.key._replace(emphasised=not group.key.emphasised))
        if twin is None or group.key.kind not in LISTED:
            found.append(group)
            continue
        gone = _odd(group, twin)
        lines = [line for line in group.lines if line.span not in gone]
        come = _odd(twin, group)
        lines += (line for line in twin.lines if line.span in come)
        if lines:
            found.append(Group(group.key, sorted(lines, key=lambda line: line.span), group.page))
    return found


def _odd(group: Group, twin: Group) -> set[Span]:
    """The places of the lines of a group that are exceptions in a list of its twin."""
    count, beside = Counter(group.lists), Counter(twin.lists)
    asking = Counter(place for place, asks in zip(twin.lists, twin.asking, strict=True) if asks)
    lists = {
        place
        for place, odd in count.items()
        if place[1] >= 0
        and beside[place] >= max(_FEWEST, odd / _FEW)
        and asking[place] >= _MOSTLY * beside[place]
    }
    return {line.span for line, place in zip(group.lines, group.lists, strict=True) if place in lists}
