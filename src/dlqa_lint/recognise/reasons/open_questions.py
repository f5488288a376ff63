"""The section lists what its own authors do not know yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text.lazy_regex import words_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_OPEN = words_regex(r"\b(?:{words})\b", "|".join(map(re.escape, vocabulary.OPEN_TITLES)), re.IGNORECASE)


class OpenQuestions(LineReason):
    """The section lists what its own authors do not know yet.

    A plan or a proposal ends with its *open questions*. They read like any other question, but they are
    notes of the authors to themselves: there is nothing to learn from them, and nobody wants to hear that
    they have no answer.

    Example:
        ## Open questions

        - Who orders the shelves?
        - When does the lease end?

    Counter-example:
        ## For new drivers

        - Who orders the shelves?
        - When does the lease end?
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        texts = group.page.heading_texts
        left_open = {zone: float(bool(_OPEN.search(texts.get(zone, "")))) for zone in set(group.zones)}
        return [left_open[zone] for zone in group.zones]
