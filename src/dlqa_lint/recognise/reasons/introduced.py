"""A sentence that announces no questions introduces the lists that hold the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.question_likeness import announces
from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.recognise.reason import GroupReason
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.marks import COLONS

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_SENTENCE = 25
"""A paragraph of fewer characters is a caption, as *Basics:*. Set by hand."""

_SOME = 0.25
"""The share of the lines from which on their lists are no exceptions. Set by hand."""


class Introduced(GroupReason):
    """A sentence that announces no questions introduces the lists that hold the lines.

    Guides tell their readers what to think of, and list it below a sentence that ends in a colon: what to ask a
    customer, what to check before a release. Such a list goes on with the sentence, and is no bank even where every
    line of it asks. A caption of a word or two, and one that speaks of questions, may well be above a bank.

    Example:
        Before you set out, think about what may keep you in the harbour:

        - How strong is the wind?
        - When does the tide turn?

    Counter-example:
        The weather:

        - How strong is the wind?
        - When does the tide turn?
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        if group.key.kind not in LISTED | {"box"}:
            return 0.0
        places = [place for _, place in group.lists]
        introduced = {place for place in set(places) if _is_introduced(group, place)}
        share = sum(place in introduced for place in places) / len(group)
        return share if share >= _SOME else 0.0


def _is_introduced(group: Group, place: int) -> bool:
    """Whether the block right above a list is a sentence that ends in a colon and announces nothing."""
    blocks = group.page.blocks
    above = blocks[place - 1] if place > 0 else None
    if above is None or above.kind != "paragraph" or above.depth or blocks[place].depth:
        return False
    said = plain(above.text).rstrip("*_ ")
    return said.endswith(tuple(COLONS)) and len(said) >= _SENTENCE and not announces(said)
