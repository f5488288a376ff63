"""The section is one of links, credits or rules for contributors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.vocabulary import CONTENTS_TITLES, RESOURCE_WORDS, matches_any
from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_CONTENTS = frozenset(CONTENTS_TITLES)


class SectionOfResources(StrayReason):
    """The section is one of links, credits or rules for contributors.

    What is listed there has the form of the questions in the other sections, because an author keeps to one
    form throughout, but it only points to books, pages and people. The heading that counts is the nearest
    one above that belongs to another group. A table of contents right above all headings of a group holds them
    itself, and tells none of them apart.

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
        if group.key.kind == "heading" and all(
            matches_any(texts.get(zone, ""), _CONTENTS) for zone in telling
        ):
            return [0.0] * len(group)
        return [telling[zone] for zone in group.zones]
