"""The lines are summaries of `<details>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class Summaries(GroupReason):
    """The lines are summaries of `<details>`.

    What folds out below its summary is there to be guessed first, so that summaries are a common form of
    questions. But logs, pictures and long lists are folded away too, so that the reason may weigh either
    way. Summaries that only say *Show the answer* are not lines that could ask, and are never looked at.

    Example:
        <details>
        <summary>Define hedonism</summary>

        The good is what gives pleasure.

        </details>

    Counter-example:
        - Define hedonism
        - Describe the ship of Theseus
    """

    sign = "either"

    def of_group(self, group: Group) -> float:
        return float(group.key.kind == "summary")
