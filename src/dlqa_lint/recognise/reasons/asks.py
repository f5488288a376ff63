"""The line reads like a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class Asks(LineReason):
    """The line reads like a question.

    It ends in a question mark, or begins with a word that opens questions, or the orders of an examiner, in
    its language. This is the strongest evidence there is, and yet not enough: tutorials ask in headings as
    well.

    Example:
        ## Explain why momentum helps
        ## Compare SGD and Adam

    Counter-example:
        ## Momentum in practice
        ## The history of Adam
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(asks) for asks in group.asking]
