"""The line says what headings of sections say in any document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class SectionName(LineReason):
    """The line says what headings of sections say in any document.

    *Introduction*, *Usage*, *How it works*: such words tell the parts of a readme, a report or a lesson
    apart, in banks too, where they are chapters or parts of an answer. Some of them even begin like a
    question. It is the whole line that is compared, so that more words make another line of it.

    Example:
        ## How it works

        A script reads the gauge every hour.

    Counter-example:
        ## How does it work?

        A script reads the gauge every hour.
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(vocabulary.is_section_name(text)) for text in group.texts]
