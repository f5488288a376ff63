"""Odd items: the few of a list of questions that are bold, or alone are not, or lack what the others begin with."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.group import Group
from dlqa_lint.recognise.choice.keys import LISTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dlqa_lint.recognise.choice.keys import Key
    from dlqa_lint.recognise.lines import Candidate
    from dlqa_lint.text.source import Span

_FEWEST = 4
"""The other items of the list; fewer may differ by chance."""

_FEW = 0.2
"""The share of odd items up to which they are exceptions. Set by hand."""

_MOSTLY = 0.5
"""The share of the other items that ask, so that the list is one of questions. Set by hand."""


def with_odd_items(written: Iterable[Group]) -> list[Group]:
    """The groups, with the few items of a list of questions that differ by mistake among its others.

    - What is a stack?
    - What is a queue?
    - **What is a heap?**
    - What is a tree?
    - What is a graph?
    """
    groups = {group.key: group for group in written}
    joined: dict[Key, list[Candidate]] = {key: [] for key in groups}
    for key, group in groups.items():
        theirs = {span: twin.key for twin in _twins(group, groups) for span in _odd(group, twin)}
        for line in group.lines:
            joined[theirs.get(line.span, key)].append(line)
    return [
        group
        if joined[key] == group.lines
        else Group(key, sorted(joined[key], key=lambda line: line.span), group.page)
        for key, group in groups.items()
        if joined[key]
    ]


def _twins(group: Group, groups: Mapping[Key, Group]) -> Iterator[Group]:
    """The groups of which some items may differ by mistake: in their emphasis, or by a number or box forgotten.

    - 1 . What is a stack?
    - what is a queue?
    - 2 . What is a heap?
    """
    if group.key.kind not in LISTED:
        return
    unlike = group.key._replace(emphasised=not group.key.emphasised)
    for key, other in groups.items():
        if key == unlike or (_is_lacking(group.key, key) and group.asking_share):
            yield other


def _is_lacking(key: Key, other: Key) -> bool:
    """Whether items lack the number or the box of others."""
    numbered = other.kind in LISTED and other.numbered
    return not key.numbered and (numbered or other.kind == "box")


def _odd(group: Group, twin: Group) -> set[Span]:
    """The places of the lines of a group that are exceptions in a list of its twin."""
    count, beside = Counter(group.lists), Counter(twin.lists)
    asking = Counter(place for place, asks in zip(twin.lists, twin.asking, strict=True) if asks)
    lists = {
        place
        for place, odd in count.items()
        if place[1] >= 0
        and beside[place] >= _FEWEST
        and odd <= _FEW * (odd + beside[place])
        and asking[place] >= _MOSTLY * beside[place]
    }
    lacking = _is_lacking(group.key, twin.key)
    told = zip(group.lines, group.lists, group.asking, strict=True)
    return {line.span for line, place, asks in told if place in lists and (asks or not lacking)}
