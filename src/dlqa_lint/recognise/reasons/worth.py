"""The line says how many points it is worth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dlqa_lint.language import vocabulary
from dlqa_lint.language.points import NUMBER_IN_BRACKETS
from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_POINTS = regex(
    rf"[(\[（]\s?(?:\w{{1,12}},\s?)?\d{{1,3}}(?:[.,]\d)?\s?(?:{vocabulary.POINTS})\.?\s?[)\]）]",
    re.IGNORECASE,
)
"""Points in brackets, and the type of the question before them: `(5 points)`, `[MC, 2pts]`."""

_FEWEST = 2
"""One line that asks below a task may belong to it; a part of an exam has more than one."""


class Worth(LineReason):
    """The line says how many points it is worth.

    Only what is marked earns points, so that such a line is a task of an exam, whatever it says. The points
    are looked for in brackets: outside, they may be what a game is won by. A line with others below it that
    ask, and no number of its own, is a part of the exam, and worth what its questions are together.

    Example:
        ## The causes of the storm (5 points)

        ## A map of the quarter (10 points)

    Counter-example:
        ## The causes of the storm

        ## A map of the quarter
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        lines = group.page.source.lines
        counted = group.key.numbered or group.labelled
        parts = [not counted and below >= _FEWEST for below in group.counted(group.others_asking)]
        return [
            float(not part and _tells_points(lines[line.line]))
            for line, part in zip(group.lines, parts, strict=True)
        ]


def _tells_points(text: str) -> bool:
    return bool(NUMBER_IN_BRACKETS.search(text) and _POINTS.search(text))
