"""Which lines are in sections that announce questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.group import DEEPEST

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


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

    The heading above a heading may be as high, and ends there.
    """
    telling = group.page.announcing
    holding = telling - {at for at, _ in group.page.headings[:1]}
    return [
        zone in telling or not holding.isdisjoint(outer)
        for zone, outer in zip(group.zones, outer_headings(group), strict=True)
    ]
