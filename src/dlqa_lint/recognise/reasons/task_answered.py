"""The line begins like an order, and exactly one answer marker is below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class TaskAnswered(LineReason):
    """The line begins like an order, and exactly one answer marker is below.

    *Create a volume* is a step of a manual or a task of an exam. A manual continues with the next step; where a
    solution of its own is below each of the lines, they are tasks. Together the two say more than each alone.

    Example:
        - Create a map of the reef

          <details><summary>Solution</summary>

          Begin at the light.

          </details>

    Counter-example:
        - Create a map of the reef

          Begin at the light.
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        marks = group.answer_markers
        return [
            float(0 < likeness < 1 and count == 1)
            for likeness, count in zip(group.likeness, marks, strict=True)
        ]
