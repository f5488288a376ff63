"""Stacks: plain paragraphs one below the other that ask, in which a line that does not is a question as well."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dlqa_lint.language.question_likeness import as_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.text.blocks import Block
    from dlqa_lint.text.source import Source

FEWEST = 6
"""Fewer lines in a row may be a paragraph of an article. Set by hand."""

_MOSTLY = 0.6
"""The share of a stack's lines that ask, from which the others do as well; of questions and answers in turn, half do.
Set by hand."""

_FLIPS = ("?", "??")
"""What parts the sides of a flash card; the lines around it are not in a row."""

_LONGEST = 300
"""A longer line is a paragraph of prose."""


def stacked_lines(source: Source, blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the lines in paragraphs without anything between them, most of which ask.

    What is an image?

    Layers and caching

    How is a container stopped?
    """
    margin = [block for block in blocks if block.depth == 0]
    found: set[int] = set()
    for stacks, run in groupby(margin, key=lambda block: _stacks(source, block)):
        lines = [line for block in run for line in range(block.first, block.end)] if stacks else []
        if len(lines) >= FEWEST and sum(_asks(source, line) for line in lines) >= _MOSTLY * len(lines):
            found.update(lines)
    return frozenset(found)


def _stacks(source: Source, block: Block) -> bool:
    """Whether a block is a line, or lines that all ask; below a question, another line is its answer."""
    if block.kind != "paragraph":
        return False
    lines = range(block.first, block.end)
    said = [source.lines[line].strip() for line in lines]
    if any(len(text) > _LONGEST or text in _FLIPS for text in said):
        return False
    return len(said) == 1 or all(_asks(source, line) for line in lines)


def _asks(source: Source, line: int) -> bool:
    return as_question(source.lines[line].strip()) > 0
