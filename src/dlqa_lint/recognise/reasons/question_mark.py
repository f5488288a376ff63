"""The line ends in a question mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import QUESTION_MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_ASK_END = regex(rf"[{QUESTION_MARKS}][^\w{QUESTION_MARKS}]{{0,20}}\Z")


class QuestionMark(LineReason):
    """The line ends in a question mark.

    The first word is weaker evidence: *what* and *why* also begin the titles of chapters, and a question may
    begin with any word. The mark is what the author put there to ask. Quotes, brackets and emphasis may
    follow it.

    Example:
        ## What do bees eat in winter?

        ## Why does honey crystallise?

    Counter-example:
        ## What bees eat in winter

        ## Why honey crystallises
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(bool(_ASK_END.search(text))) for text in group.texts]
