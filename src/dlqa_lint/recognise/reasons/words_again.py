"""The words of the line come again in its group, of one that asks a third time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group
    from dlqa_lint.recognise.choice.page import Page
    from dlqa_lint.recognise.lines import Candidate


_ASKED_TWICE = 2
"""Twice, a question may be a duplicate; a third time it is a part of the form."""


class WordsAgain(LineReason):
    """The words of the line come again in its group, of one that asks a third time.

    A bank asks each thing once. Words that return in every chapter are a part of its form: a heading that
    asks what was learned, or where the solution is. That a question comes twice happens in long banks, and
    is for the rule on duplicates to report. Case and outer punctuation are not compared. A question that the
    contents lists once more by the anchor of its second place is meant to be asked there again.

    Example:
        ## April

        ### What did we learn?

        ### What did we learn?

        ### What did we learn?

    Counter-example:
        ### What did we learn?

        ### Who joined the team?
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [
            float(
                group.times[name] > (_ASKED_TWICE if asks else 1)
                and not _is_meant(group.page, line, asks=asks)
            )
            for line, name, asks in zip(group.lines, group.names, group.asking, strict=True)
        ]


def _is_meant(page: Page, line: Candidate, *, asks: bool) -> bool:
    """Whether a line says the same as others on purpose, or for want of words: a label from a template."""
    return vocabulary.is_question_label(line.text) or (asks and page.is_listed_again(line))
