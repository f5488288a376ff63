"""Exercises of R/exams: the words below the title *Question* of a file whose data say how it is marked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dlqa_lint.recognise.lines.shapes._lines import first_words, line_of
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dlqa_lint.recognise.lines.line import Candidate
    from dlqa_lint.text.blocks import Block

_NAMES = ("extype:", "exsolution:")
_DATA = regex(rf"[\r\n](?:{'|'.join(_NAMES)})[ \t]*\S")
_DATA_TITLE = "Meta-information"
_TITLE = regex(rf"(?:Question|{_DATA_TITLE})\s*\Z")
_UNDERLINE = regex(r"={3,}\s*\Z")
_SEARCHED = 40
"""An exercise may begin with code that makes its numbers; its words begin no more lines below its title."""


def find(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The first words below the title, which needs no blank line after it.

    Question
    ========
    Which tide rises least?

    Answerlist
    ----------
    """
    if not any(name in source.text for name in _NAMES) or not _DATA.search(source.text):
        return
    code = {line for block in blocks if block.kind == "fence" for line in range(block.first, block.end)}
    titles = [
        line
        for line, (said, below) in enumerate(pairwise(source.lines))
        if _TITLE.match(said) and _UNDERLINE.match(below)
    ]
    for line, following in pairwise([*titles, len(source.lines)]):
        if source.lines[line].startswith(_DATA_TITLE):
            continue
        lines = range(line + 2, min(line + 2 + _SEARCHED, following))
        first = next((at for at in lines if at not in code and source.lines[at].strip()), None)
        words = None if first is None else first_words(source, first, first + 1)
        if words:
            end = source.lines_span(line, following).end
            body = Span(words.end, max(end, words.end))
            yield line_of(source, "directive", "Question\n========\n{text}", words, body=body)
