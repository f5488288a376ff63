"""Another heading follows the line, so that it names a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text.blocks import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class HeadingBelow(LineReason):
    """Another heading follows the line, so that it names a section.

    A heading right below another one divides what that one names, so that the upper one is the title of a
    section. A heading that opens an answer does not count, nor one that does not ask below the title of a file in
    a folder of questions: it divides the answer.

    Example:
        ## Explain the choice
        ### Outliers
        Large errors count less.

    Counter-example:
        ## Explain the choice
        Large errors count less.
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        starts = group.page.source.starts
        naming = {at for at, _ in group.page.closing}
        divided = group.is_title and group.page.among_questions
        return [
            float(
                block is not None
                and block.kind == "heading"
                and starts[block.first] in naming
                and not (divided and as_question(plain(block.text)) < 1)
            )
            for block in group.first_blocks
        ]
