"""Remarks that begin with a verdict: `Correct: …` below an option, `Correct: B` below them all."""

import re

from dlqa_lint.language.languages import phrases
from dlqa_lint.language.option_letters import LETTER_JOIN
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

_RIGHT, _WRONG = phrases("right_remarks"), phrases("wrong_remarks")
_AROUND = rf"[\s*_>()\[\]{marks.TICKS}{marks.CROSSES}\ufe0f-]{{0,9}}"
_LETTERS = rf"[A-Ha-h{marks.OPTION_LETTERS}]"


def _opens(words: tuple[str, ...]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return rf"{_AROUND}(?:{'|'.join(map(re.escape, longest_first))}){_AROUND}"


_REMARK = regex(
    rf"(?:(?P<right>{_opens(_RIGHT)})|{_opens(_WRONG)})(?:[{marks.COLONS}]|[–—-]\s)", re.IGNORECASE
)
_NAMED = regex(
    rf"(?<![^\r\n]){_opens(_RIGHT)}[{marks.COLONS}]{_AROUND}(?P<letters>{_LETTERS}(?:{LETTER_JOIN}{_LETTERS})*)"
    r"(?=[.)*_]|[ \t]*(?:[\r\n]|\Z))",
    re.IGNORECASE,
)


def verdict_of(text: str) -> bool | None:
    """Whether a remark on an option begins by calling it right, or wrong; None where it does neither."""
    match = _REMARK.match(text)
    if match is None or _NAMED.match(text):
        return None
    return match["right"] is not None


def letters_after(text: str, first: int, end: int) -> re.Match[str] | None:
    """The first line in a stretch of a text that says nothing but `Correct:` before letters: the group `letters`."""
    return _NAMED.search(text, first, end)
