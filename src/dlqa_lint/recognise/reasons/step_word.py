"""The line begins with a word for a part of a text: step, chapter, week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.vocabulary import PART_WORDS
from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class StepWord(LineReason):
    """The line begins with a word for a part of a text: step, chapter, week.

    Whoever writes *Week 2* divides a course or a manual, and what follows the word is a title, even one with a
    question mark: the part is about that question and does not put it to the reader.

    Example:
        ## Week 1: What is sound?

        ## Week 2: What is an echo?

    Counter-example:
        ## What is sound?

        ## What is an echo?
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(bool(PART_WORDS.match(text))) for text in group.texts]
