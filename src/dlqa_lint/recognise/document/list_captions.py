"""Captions: lines that name the list of questions below them, as headings do elsewhere."""

from collections.abc import Sequence

from dlqa_lint.model.numbers import value_of
from dlqa_lint.model.question import ITEMS
from dlqa_lint.recognise.body.answer_markers import marker_at
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

_CAPTION = regex(
    rf"[^\w*<]{{0,4}}({marks.EMPHASIS})(?![*_])[^\n]+\1:?\Z"
    rf"|<({marks.EMPHASIS_TAGS})>[^\n]+</\2>\Z|[^\n]{{1,60}}[{marks.COLONS}]\Z"
)


def captions_of(source: Source, blocks: Sequence[Block], questions: Sequence[Candidate]) -> list[int]:
    """The offsets of the lines, emphasised or with a colon, that name the questions below them.

    One is above the first question as well, or below a rule, or above a number that starts again;
    emphasised answers are below most of the questions.
    """
    asked = {question.block for question in questions}
    names = {block.end: block for index, block in enumerate(blocks) if _names(block) and index not in asked}
    if not names:
        return []
    listed = [q for q in questions if q.kind in ITEMS or (q.kind == "paragraph" and q.number)]
    above = [(question, names.get(_line_above(source, question.line))) for question in listed]
    found = [(question, block) for question, block in above if block is not None]
    if len(found) * 2 > len(listed):
        return []
    opened = above[0][1] is not None if above else False
    rules = {block.end for block in blocks if block.kind == "rule"}
    return [
        block.start
        for question, block in found
        if opened or _starts_again(question) or _line_above(source, block.first) in rules
    ]


def _names(block: Block) -> bool:
    """Whether an unindented paragraph is one line, emphasised or ending in a colon, and marks no answer."""
    if block.kind != "paragraph" or block.depth or block.text[-1:] not in "*_>" + marks.COLONS:
        return False
    return _CAPTION.match(block.text) is not None and not marker_at(block.text, heading=False)


def _line_above(source: Source, line: int) -> int:
    """Where the text above a line ends: the index after its last line."""
    while line and not source.lines[line - 1].strip():
        line -= 1
    return line


def _starts_again(question: Candidate) -> bool:
    return bool(question.number) and value_of(question.number)[-1] <= 1
