"""The lines are the fronts of flash cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class FlashCards(GroupReason):
    """The lines are the fronts of flash cards.

    The formats of flash cards (`front :: back`, or a `?` on a line between them) put what is asked in
    front, often as a bare term. The format alone says that it asks.

    Example:
        focal length
        ?
        where parallel rays meet

    Counter-example:
        Focal length: where parallel rays meet.
        Refraction: light bends.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        return float(group.key.kind == "card")
