"""The words of the line come twice or more in its group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class WordsAgain(LineReason):
    """The words of the line come twice or more in its group.

    A bank asks each thing once. Words that return in every chapter are a part of its form: a heading that
    asks what was learned, or where the solution is. Case and outer punctuation are not compared.

    Example:
        ## April

        ### What did we learn?

        ## May

        ### What did we learn?

    Counter-example:
        ### What did we learn?

        ### Who joined the team?
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(group.times[name] > 1) for name in group.names]
