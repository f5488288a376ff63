"""The title says the name of its numbered file again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.reason import GroupReason
from dlqa_lint.text.lazy_regex import regex

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_NUMBERED = regex(r"\d\Z")
_SIGNS = regex(r"[\W_]+")


class NamesItsFile(GroupReason):
    """The title says the name of its numbered file again.

    `# pilot-12` in the file `pilot-12.md` is there for the site that shows it, and what is asked comes below.
    A title in words (`# Two anchors` in `two-anchors.md`) names the topic, and may be all that is asked.

    Example:
        <!-- exam-questions/pilot-12.md -->
        # pilot-12

        Which side of the channel do you keep to?

        - [ ] the left
        - [x] the right

    Counter-example:
        <!-- exam-questions/two-anchors.md -->
        # Two anchors

        When do you lay them?
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        if not group.is_title or group.labelled:
            return 0.0
        stem = group.page.stem
        named = _SIGNS.sub("", group.lines[0].text).casefold() == _SIGNS.sub("", stem).casefold()
        return float(named and bool(_NUMBERED.search(stem)))
