"""The section announces questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.sections import announced_sections
from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class SectionOfQuestions(LineReason):
    """The section announces questions.

    Below a heading such as *Interview questions* a keyword is meant as a question like those around it, as
    if *tell me about* stood before it. The heading that counts is the nearest one above that belongs to
    another group. *Open questions* are those of the authors, and do not count.

    Example:
        # Interview questions

        ## Weight decay

    Counter-example:
        # Training

        ## Weight decay
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(announced) for announced in announced_sections(group)]
