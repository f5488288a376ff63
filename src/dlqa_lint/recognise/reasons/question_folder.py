"""The line is the title of a file in a folder of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.vocabulary import FILE_NAME_WORDS
from dlqa_lint.recognise.reason import GroupReason
from dlqa_lint.text.paths import slashed

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_WHOLE = ("readme", "index", "_index", "contents")
"""The files that speak for their folder."""


_NEAR = 2
"""So many folders around a file speak for it, wherever they lie: the path may be given from anywhere. Set by hand."""


class QuestionFolder(GroupReason):
    """The line is the title of a file in a folder of questions.

    Where each question has a file of its own, the folder says what they are, and the title of a file, or what
    its front matter calls it, is the question, even if it only names a topic.

    Example:
        <!-- questions/anchors.md -->
        # Anchors

        Weight and chain.

    Counter-example:
        <!-- gear/anchors.md -->
        # Anchors

        Weight and chain.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        if not (group.key.kind == "file" or group.is_title):
            return 0.0
        if group.page.stem.casefold() in _WHOLE:
            return 0.0
        *folders, _ = slashed(group.page.source.path).split("/")
        return float(any(FILE_NAME_WORDS.search(folder) for folder in folders[-_NEAR:]))
