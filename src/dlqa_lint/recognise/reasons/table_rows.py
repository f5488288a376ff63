"""The lines are rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class TableRows(GroupReason):
    """The lines are rows of a table.

    A row is weighed only where its table has a column whose head names questions. That is strong evidence,
    and it makes up for all that rows lack: there is never anything below them, and they follow each other
    without a gap.

    Example:
        | Question             | Answer     |
        |----------------------|------------|
        | The grape of Chablis | Chardonnay |

    Counter-example:
        | Grape      | Where   |
        |------------|---------|
        | Chardonnay | Chablis |
    """

    sign = "either"

    def of_group(self, group: Group) -> float:
        return float(group.key.kind == "row")
