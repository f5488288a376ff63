"""The line is in a section after the last one in which a line of its group asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.sections import announced_sections
from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class AfterLast(StrayReason):
    """The line is in a section after the last one in which a line of its group asks.

    What is said after the last question tells where to read on, or how the examination went. In the section
    of the last question a line that does not ask may still be one, as `before-first` says of the first; and so
    is a card, or a line with a label, wherever it is, and any line of a section that announces questions.

    Example:
        ## Hulls
        - How old is the hull?
        ## What went wrong
        - I came late

    Counter-example:
        ## Hulls
        - How old is the hull?
        - Wooden hulls
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        if group.labelled or group.key.kind == "card":
            return [0.0] * len(group)
        last = max((zone for zone, asks in zip(group.zones, group.asking, strict=True) if asks), default=None)
        if last is None:
            return [0.0] * len(group)
        told = zip(group.zones, announced_sections(group), strict=True)
        return [float(zone > last and not announced) for zone, announced in told]
