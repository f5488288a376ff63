"""The line does not ask, and the paragraph right below it does."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.recognise.lines.label_and_number import label_and_number_at
from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group
    from dlqa_lint.text.blocks import Block

_SEVERAL = 2
"""One line that asks may belong to an answer; a section of questions has more than one."""


class AsksBelow(LineReason):
    """The line does not ask, and the paragraph right below it does.

    Exams and work sheets give each task a title, and ask below it. The title is the question's line, and
    what asks belongs to it, also after a label (`**Q:** …`) if that is the only one. Where the line asks itself, a
    paragraph that does is the answer taking it up; where more lines ask below the paragraph, the line names a
    section of questions.

    Example:
        ### Anchors

        What does an anchor weigh, and how long is its chain?

    Counter-example:
        ### Anchors

        An anchor weighs a thousandth of the boat.
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        labelled = sorted(
            start
            for other in group.page.groups
            if other.labelled and other is not group
            for start in other.starts
        )
        alone = [times == 1 for times in group.counted(labelled)]
        opening = frozenset(labelled)
        told = zip(group.first_blocks, group.ends, group.asking, alone, strict=True)
        return [
            float(
                not asks
                and block is not None
                and ((_asks(block) and not _goes_on(group, block, end)) or (once and block.start in opening))
            )
            for block, end, asks, once in told
        ]


def _goes_on(group: Group, block: Block, end: int) -> bool:
    """Whether two lines of other groups ask between the paragraph and the end: then the line names a section."""
    starts = group.page.source.starts
    after = starts[block.end] if block.end < len(starts) else end
    return bisect_left(group.others_asking, end) - bisect_left(group.others_asking, after) >= _SEVERAL


def _asks(block: Block) -> bool:
    """Whether a block is words that ask; after a label or number, or in bold, they are a line of their own."""
    if block.kind not in ("paragraph", "quote") or block.text.startswith(marks.STRONG_MARKS):
        return False
    said = " ".join(plain(block.text).split())
    head = label_and_number_at(said, 0, space_delimits=False)
    return as_question(said) == 1 and not (head.label or head.number)
