"""Lists of questions that readers put to themselves, before or after those that the document answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.recognise.body.answer_markers import marker_at
from dlqa_lint.recognise.choice.keys import LISTED
from dlqa_lint.text import marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.choose import Choice
    from dlqa_lint.recognise.lines import Candidate

_FEWEST = 2
"""One unanswered line may have been forgotten, and one answered line shows no habit."""


def without_asked_of_oneself(choice: Choice, asking: Sequence[Candidate]) -> list[Candidate]:
    """The lines without those of lists below a colon in which nothing is answered, where all else is.

    Before you sail, answer these:

    1. Is the crew complete?
    2. Is the weather fair?

    ## Questions and answers

    1. What is a keel?

       The lowest beam.
    """
    sizes = {
        line.span: size
        for row in choice.chosen
        for line, size in zip(row.group.lines, row.group.sizes, strict=True)
    }
    gone = {
        line.span
        for row in choice.chosen
        if row.group.key.kind in LISTED and not row.group.labelled
        for part in _lists(row.group.lists, row.group.lines)
        if len(part) >= _FEWEST and not any(sizes[line.span] for line in part) and _is_led_in(choice, part[0])
        for line in part
    }
    kept = [line for line in asking if line.span not in gone]
    if len(kept) < _FEWEST or not all(sizes.get(line.span, 0) for line in kept):
        return list(asking)
    return kept


def _lists(places: Sequence[tuple[int, int]], lines: Sequence[Candidate]) -> list[list[Candidate]]:
    """The lines of each list."""
    found: dict[tuple[int, int], list[Candidate]] = {}
    for place, line in zip(places, lines, strict=True):
        found.setdefault(place, []).append(line)
    return list(found.values())


def _is_led_in(choice: Choice, first: Candidate) -> bool:
    """Whether the line above a list is prose that ends in a colon, and no answer marker."""
    source = choice.weighed[0].group.page.source
    above = (source.lines[index].rstrip() for index in range(first.line - 1, -1, -1))
    line = next(filter(None, above), "")
    led = line.endswith(tuple(marks.COLONS)) and line[:1].isalpha()
    return led and marker_at(line, heading=False) is None
