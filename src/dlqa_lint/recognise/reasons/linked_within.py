"""A link inside the document leads to the line: the document lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class LinkedWithin(LineReason):
    """A link inside the document leads to the line: the document lists it.

    Whoever writes a table of contents lists what readers look for, and in a bank that is its questions. Even
    bare topics are meant to be asked about where all of them are listed, and a heading that the list leaves
    out is more likely a part of an answer.

    Example:
        - [Tide tables](#tide-tables)

        ## Tide tables

    Counter-example:
        - [Tides](tides.md)

        ## Tide tables
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(group.page.is_linked(line)) for line in group.lines]
