"""The section is one of links, credits or rules for contributors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.vocabulary import RESOURCE_WORDS
from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class SectionOfResources(StrayReason):
    """The section is one of links, credits or rules for contributors.

    What is listed there has the form of the questions in the other sections, because an author keeps to one
    form throughout, but it only points to books, pages and people. The heading that counts is the nearest
    one above that belongs to another group. Where it is above all lines, it tells none of them apart: what is called
    a table of contents may hold the questions themselves.

    Example:
        ## Books and videos

        ### The shelf in the club room

    Counter-example:
        ## The endgame

        ### King and rook against a king
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        texts = group.page.heading_texts
        telling = {zone: float(bool(RESOURCE_WORDS.search(texts.get(zone, "")))) for zone in set(group.zones)}
        apart = not all(telling.values())
        return [telling[zone] * apart for zone in group.zones]
