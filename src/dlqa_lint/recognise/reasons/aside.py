"""Lines of another group carry a label and are answered; these do neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_ANSWERED = 0.2
"""Where a larger share of the lines has an answer marker below, they are answered as well."""

_MOSTLY = 0.5
"""Where a larger share of the lines asks, and there are more of them than of labelled lines, those are the aside: a few
picked questions above the list of all. Set by hand."""


class Aside(GroupReason):
    """Lines of another group carry a label and are answered; these do neither.

    Where questions carry a label and their answers another one, a heading that asks and has neither was
    written for those who ask: it says how to conduct the interview, or what to look for. Without labelled
    lines beside it, such a heading may well be a question, and so are lines that ask and are more than the labelled
    ones: a bank that labels a few of its questions does not stop to ask where it labels none.

    Example:
        **Q1. What does dropout do?**
        A: it silences units at random.

        ## What makes a good candidate?
        They think aloud.

    Counter-example:
        ## What does dropout do?
        It silences units at random.

        ## What makes a good regulariser?
        It costs little.
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        if group.key.label or group.answered_share >= _ANSWERED:
            return 0.0
        labelled = sum(len(other) for other in group.page.answered_labels)
        if group.asking_share > _MOSTLY and len(group) > labelled:
            return 0.0
        return float(labelled > 0)
