"""Numbers with a letter and no delimiter after it (`# 2a What …` between `# 1. …` and `# 3. …`).

A line alone cannot tell them from words (`3D rendering`): the numbers around it do.
"""

from collections.abc import Sequence

from dlqa_lint.model.numbers import suffix_of, value_of
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_LETTERED = regex(r"(\d{1,5}[a-h])\s+(?=\S)")


def with_letters(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; headings whose lettered number continues the one before have it as their number."""
    found = []
    last: dict[int, str] = {}
    for candidate in candidates:
        read = candidate
        if candidate.kind == "heading":
            if not candidate.number and not candidate.label and candidate.text[:1].isdecimal():
                read = _lettered(candidate, last.get(candidate.level, ""))
            if read.number:
                last[read.level] = read.number
        found.append(read)
    return found


def _lettered(candidate: Candidate, before: str) -> Candidate:
    match = _LETTERED.match(candidate.text)
    if match is None or not before or not _continues(before, match.group(1)):
        return candidate
    start, end = candidate.text_span
    return candidate._replace(
        template=candidate.template.replace("{text}", "{number} {text}"),
        number=match.group(1),
        number_at=start,
        text=candidate.text[match.end() :],
        text_span=Span(start + match.end(), end),
    )


def _continues(before: str, number: str) -> bool:
    """Whether `2a` comes after `1` or `2`, or `2b` after `2a`."""
    old, new, letter = value_of(before)[-1], value_of(number)[-1], suffix_of(number)
    if letter == "a":
        return new == old + 1 or (new == old and not suffix_of(before))
    return new == old and suffix_of(before) == chr(ord(letter) - 1)
