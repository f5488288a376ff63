"""Code follows the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class CodeBelow(LineReason):
    """Code follows the line.

    Programming exercises state a task in few words and show code right below. The line need not ask: the
    code answers it.

    Example:
        ## 2. Reverse a vector
        ```python
        x[::-1]
        ```

    Counter-example:
        ## 2. A vector in reverse
        Negative steps run from the end.
    """

    sign = "either"

    def of_lines(self, group: Group) -> Sequence[float]:
        return [float(block is not None and block.kind in ("fence", "code")) for block in group.first_blocks]
