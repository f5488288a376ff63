"""Which lines are in sections that announce questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


def announced_sections(group: Group) -> list[bool]:
    """Whether the heading above each line announces questions, or one that holds it, but for the title.

    The heading above a heading may be as high, and ends there.
    """
    telling = group.page.announcing
    holding = telling - {at for at, _ in group.page.headings[:1]}
    return [
        zone in telling or not holding.isdisjoint(outer)
        for zone, outer in zip(group.zones, group.outer, strict=True)
    ]
