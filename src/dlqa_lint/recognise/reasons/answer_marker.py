"""An answer marker is below the line, or `<details>` that reveal an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class AnswerMarker(LineReason):
    """An answer marker is below the line, or `<details>` that reveal an answer.

    Nobody writes "Answer:" below a line that asks nothing, so that even a line without a verb is a question
    where one is below it. Prose, lists and code can be below any heading; a marker cannot.

    Example:
        ## Low rank
        Answer: write a matrix as a product of two thin ones.

    Counter-example:
        ## Low rank
        A matrix is a product of two thin ones here.
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(count > 0) for count in group.answer_markers]
