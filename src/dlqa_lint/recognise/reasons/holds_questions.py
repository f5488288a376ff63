"""Below the line are two lines or more of other groups that read like questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_FEWEST = 2
"""One line that asks may belong to an answer; a section of questions has more than one."""


class HoldsQuestions(LineReason):
    """Below the line are two lines or more of other groups that read like questions.

    A line with several questions below it is the name of a section, even if it asks itself: the questions
    are those below. `inside-answers` says the opposite of the same structure: that those below are a part of
    the answer. A line that is called a question, and has a number, is one. A paragraph right below says what the
    line itself asks, and is not counted.

    Example:
        ## Where do losses come from?
        - What does a loss measure?
        - What is a batch?

    Counter-example:
        ## Where do losses come from?
        From a guess and the truth.
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        if group.labelled and group.key.numbered:
            return [0.0] * len(group)
        asking = frozenset(group.others_asking)
        words = [
            block is not None and block.kind == "paragraph" and block.start in asking
            for block in group.first_blocks
        ]
        counts = group.counted(group.others_asking)
        return [float(count - own >= _FEWEST) for count, own in zip(counts, words, strict=True)]
