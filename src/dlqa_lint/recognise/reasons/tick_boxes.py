"""The lines have a box to tick, in a document that does not announce questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


_SENTENCE = 20
"""Fewer visible characters below a line are not an answer. Set by hand."""


class TickBoxes(GroupReason):
    """The lines have a box to tick, in a document that does not announce questions.

    A check list asks its reader to do something: *Is the fuel cap closed?* is answered by a glance and a
    tick. And where boxes are below a question, they are its options. In a document that says it holds
    questions, a list with boxes may be one of questions to learn, and the reason is silent. Nor is
    it about lines with an answer below, which nobody writes below what is only to be ticked.

    Example:
        - [ ] Is the fuel cap closed?
        - [ ] Are the controls free?

    Counter-example:
        - Is the fuel cap closed?
        - Are the controls free?
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        if group.key.kind != "box" or group.page.announced:
            return 0.0
        return sum(size < _SENTENCE for size in group.sizes) / len(group)
