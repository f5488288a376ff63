"""Which lines are in sections that announce questions, and which in sections where nothing asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.group import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 2
"""A single heading that does not ask is a question put briefly, and a single section that asks shows no habit."""

_NEARLY_ALL = 0.85
"""The share of the headings in the other sections that ask. Set by hand."""

_ENOUGH = 3
"""Fewer questions in such sections ask by chance."""

_FEW = 0.25
"""Where a larger share of the lines outside asks, they are questions as well. Set by hand."""

MOSTLY = 0.5
"""The share of the lines in a section of questions that ask, so that it holds questions. Set by hand."""


def outer_headings(group: Group) -> list[tuple[int, ...]]:
    """The offsets of the headings whose sections hold each line of a group, the outermost first."""
    own = set(group.starts)
    top = group.key.level if group.key.kind == "heading" else DEEPEST
    headings = [(at, level) for at, level in group.page.headings if at not in own]
    found = []
    holding: list[tuple[int, int]] = []
    upcoming = 0
    for start in group.starts:
        while upcoming < len(headings) and headings[upcoming][0] < start:
            at, level = headings[upcoming]
            holding = [*((other, depth) for other, depth in holding if depth < level), (at, level)]
            upcoming += 1
        found.append(tuple(at for at, level in holding if level < top))
    return found


def announced_sections(group: Group) -> list[bool]:
    """Whether the heading above each line announces questions, or one that holds it, but for the title.

    So does the caption of its list. The heading above a heading may be as high, and ends there.
    """
    page = group.page
    telling = page.announcing
    holding = telling - {at for at, _ in page.headings[:1]}
    return [
        zone in telling or not holding.isdisjoint(outer) or place[1] in page.captioned_lists
        for zone, outer, place in zip(group.zones, outer_headings(group), group.lists, strict=True)
    ]


def silent_sections(group: Group) -> Collection[int]:
    """The indexes of the headings in sections where none asks, if in the others nearly every one does.

    ## Basics
    ### What is a document?
    ## Aggregation
    ### What is a pipeline for?
    ## Unlike the other product
    ### Operators
    ### Limits
    """
    below: dict[tuple[int, ...], list[int]] = {}
    for index, outer in enumerate(outer_headings(group)):
        below.setdefault(outer, []).append(index)
    asking = {outer: [group.asking[index] for index in found] for outer, found in below.items()}
    silent = {outer for outer, told in asking.items() if len(told) >= _FEWEST and not any(told)}
    others = [asks for outer, told in asking.items() if outer not in silent for asks in told]
    if sum(map(all, asking.values())) < _FEWEST or sum(others) < _NEARLY_ALL * len(others):
        return ()
    return {index for outer in silent for index in below[outer]}


def elsewhere(group: Group, asking: Sequence[bool] = ()) -> Collection[int]:
    """The lines outside the sections that announce questions, where those inside ask, and hardly another one.

    ## Install
    ### From source
    ## FAQ
    ### Why is it slow?
    ### Can I sell it?

    `asking` says which lines ask, where that is not what reads like a question.
    """
    told = list(zip(announced_sections(group), asking or group.asking, strict=True))
    inside = [asks for announced, asks in told if announced]
    outside = [asks for announced, asks in told if not announced]
    if not outside or sum(inside) < max(_ENOUGH, MOSTLY * len(inside)) or sum(outside) > _FEW * len(outside):
        return ()
    return {index for index, (announced, _) in enumerate(told) if not announced}
