"""Parting: lines that are written alike, and yet are of two kinds, are judged apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.group import Group
from dlqa_lint.recognise.choice.odd_items import with_odd_items
from dlqa_lint.recognise.choice.silent_headings import Asked, silent_headings
from dlqa_lint.recognise.choice.silent_items import outside_sections, silent_items
from dlqa_lint.recognise.lines.stacks import FEWEST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_COUNT = 5
"""Fewer numbers leave one out by chance."""

_SURELY = 0.5
"""At least this share of a group whose gaps are filled has to look like questions. Set by hand."""


def split_groups(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups, each without the lines that are of another kind, which are a group of their own."""
    written = with_odd_items(groups)
    asked = Asked.of(written)
    written = [part for group in written for part in _apart(group, outside_sections(group), outside=True)]
    whole = [part for group in written for part in _apart(group, _silent(group, asked), silent=True)]
    whole = [part for group in whole for part in _with_stacked(group)]
    counts = [group for group in whole if group.key.numbered and len(group) >= _COUNT]
    return tuple(part for group in whole for part in _apart(group, _fillers(group, counts), fills=True))


def _apart(
    group: Group,
    chosen: Collection[int],
    *,
    outside: bool = False,
    silent: bool = False,
    fills: bool = False,
    stacked: bool = False,
) -> Iterator[Group]:
    """A group without some lines, and a group of these; the group itself where nothing would be left of either.

    The flags say in the key of the second what its lines are; whether they are outside stays in it.
    """
    if not 0 < len(chosen) < len(group):
        yield group
        return
    rest = [line for index, line in enumerate(group.lines) if index not in chosen]
    apart = [line for index, line in enumerate(group.lines) if index in chosen]
    key = group.key._replace(
        outside=outside or group.key.outside, silent=silent, fills=fills, stacked=stacked
    )
    yield Group(group.key, rest, group.page)
    yield Group(key, apart, group.page)


def _with_stacked(group: Group) -> Iterator[Group]:
    stacked = _stacked(group)
    if stacked and len(stacked) == len(group):
        yield Group(group.key._replace(stacked=True), group.lines, group.page)
    else:
        yield from _apart(group, stacked, stacked=True)


def _stacked(group: Group) -> Collection[int]:
    """The indexes of the plain lines that are in a row with nothing between them."""
    if group.key.kind != "plain" or group.key.level:
        return ()
    text = group.page.source.text
    runs: list[list[int]] = []
    for index, line in enumerate(group.lines):
        if index and not text[group.lines[index - 1].span.end : line.span.start].strip():
            runs[-1].append(index)
        else:
            runs.append([index])
    return {index for run in runs if len(run) >= FEWEST for index in run}


def _silent(group: Group, asked: Asked) -> Collection[int]:
    """The indexes of the lines that do not ask where the others do; `asked` are the offsets of all that do."""
    if not 0 < group.asking_share < 1 or (group.labelled and group.key.numbered):
        return ()
    if group.key.kind == "heading" and not (group.key.numbered or group.labelled):
        return silent_headings(group, asked)
    return silent_items(group)


def _fillers(group: Group, counts: Sequence[Group]) -> Collection[int]:
    """The indexes of the lines that fill the gaps of a larger count: of the one with the most of them.

    ## 12. What is a service?
    ### 13. How is it started?
    ### 1. From the launcher
    ## 14. What is a provider?
    """
    if not group.key.numbered or len(group) < 2:
        return ()
    others = (other for other in counts if len(other) > len(group) and other.surely >= _SURELY)
    return max((set(group.filling(other)) for other in others), key=len, default=())
