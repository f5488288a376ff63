"""The line is emphasised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import StrayReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class Emphasised(StrayReason):
    """The line is emphasised.

    Among headings of one level, those in bold were written by the same hand for the same purpose, so that
    one without a verb may still be a question. It tells lines of one group apart and says nothing about
    groups, as most bold lines of documents are not questions.

    Example:
        ## What is a step?
        ## **Batches**

    Counter-example:
        ## What is a step?
        ## Batches
    """

    sign = "either"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(line.emphasised) for line in group.lines]
