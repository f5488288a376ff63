"""What people say to each other, in minutes and interviews: nobody asks the reader there."""

import re
from collections import Counter
from collections.abc import Sequence

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

_NAME = rf"[^\W\d_][^\n{marks.COLONS}{marks.QUESTION_MARKS}*_\[\]<>`|]{{0,30}}"
_SAYS = regex(
    rf"^[ \t]*(?:[-*+][ \t]+)?(?P<open>{marks.STRONG})?(?P<name>{_NAME})"
    rf"(?:[{marks.COLONS}](?P=open)?|(?P=open)[{marks.COLONS}])(?:[ \t]+|(?<=：))(?P<words>\S.*)$",
    re.MULTILINE,
)
_TALKERS = 2
"""This many people at least make a conversation."""


def without_speech(source: Source, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates but what a conversation says, where lines begin with the names of those who speak.

    MB: Are we ready for the next stage?

    LEO: I have read it, and we are. Who writes the tests?

    A word before a colon is somebody's name where its lines ask, and tell at least as often: `Q:` only asks.
    """
    if not any(_may_be_said(candidate) for candidate in candidates):
        return list(candidates)
    asked, told = Counter[str](), Counter[str]()
    for line in _SAYS.finditer(source.text):
        (asked if marks.holds_question_mark(line["words"]) else told)[line["name"]] += 1
    if sum(told[name] >= count for name, count in asked.items()) < _TALKERS:
        return list(candidates)
    return [
        c for c in candidates if not (_may_be_said(c) and _SAYS.match(source.text, source.starts[c.line]))
    ]


def _may_be_said(candidate: Candidate) -> bool:
    """Whether a line has a colon among its words, and no label or number that it is known by."""
    known = candidate.number or candidate.label or candidate.bare_label
    plain = candidate.kind in ("plain", "item") and not known
    return plain and any(colon in candidate.text for colon in marks.COLONS)
