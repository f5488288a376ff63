"""A thematic break is right above the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import LineReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group


class AfterARule(LineReason):
    """A thematic break is right above the line.

    Authors part their questions by rules, and what follows each rule is the next question, even where it is
    a plain sentence, or the same one every time. Headings part a document themselves, with a rule or without.

    Example:
        What is printed by `1 / 2`?

        ---

        What is printed by `1 // 2`?

    Counter-example:
        What is printed depends on the types.

        What is printed by `1 // 2`?
    """

    sign = "for"

    def of_lines(self, group: Group) -> Sequence[float]:
        if group.key.kind == "heading":
            return [0.0] * len(group)
        source, rules = group.page.source, group.page.rules
        found = []
        for line in group.lines:
            above = line.line - 1
            while above > 0 and not source.lines[above].strip():
                above -= 1
            found.append(float(above >= 0 and source.starts[above] in rules))
        return found
