"""The line states something, in a whole sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.recognise.reason import LineReason
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.group import Group

_SENTENCE = regex(
    rf".{{24,}}[{marks.FULL_STOPS}!！]\W{{0,3}}\Z|.{{8,}}(?:다|니다|요|です|ます|した|。)[.。]?\W{{0,3}}\Z",
    re.DOTALL,
)
"""A line that ends as sentences do, and is long enough to be one."""

_LISTED = LISTED | {"box"}
"""The kinds of groups whose lines may be remarks; a heading that ends in a full stop is still a heading."""


class Statements(LineReason):
    """The line states something, in a whole sentence.

    Topics of an examiner are words without a verb, and orders begin with one. A line of some length that ends
    in a full stop, and neither asks nor orders, tells the readers of a list something.

    Example:
        - How deep is the harbour?
        - It is closed in winter, when the ice is thick.

    Counter-example:
        - How deep is the harbour?
        - Harbours in winter
    """

    sign = "against"

    def of_lines(self, group: Group) -> Sequence[float]:
        if group.key.kind not in _LISTED or group.labelled:
            return [0.0] * len(group)
        return [
            float(not likeness and bool(_SENTENCE.match(text)))
            for text, likeness in zip(group.texts, group.likeness, strict=True)
        ]
