"""The line is before the first line of its group that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class BeforeFirst(StrayReason):
    """The line is before the first line of its group that asks.

    What is said before the first question tells how to read the page, or defines what the questions take
    for granted. A line that does not ask and has no question of its group before it is more likely one of
    those. Where none surely asks, the first order counts: exercises begin there. Where the
    contents list such lines with the first that asks, they are no preface, and no more are they in the section of that
    one, below a heading that is not the document's first.

    Example:
        ## Notation
        ## What is a tensor?
        ## What is broadcasting?

    Counter-example:
        ## What is a tensor?
        ## Broadcasting
        ## What is a view?
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        first = group.likeness.index(max(group.likeness))
        listed = all(map(group.page.is_linked, group.lines[: first + 1]))
        zone, (title, _) = group.zones[first], next(iter(group.page.headings), (-1, 0))
        begun = group.zones.index(zone) if zone > title else first
        return [float(index < min(first, begun) and not listed) for index in range(len(group))]
