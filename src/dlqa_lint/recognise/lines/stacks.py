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
    for plain, run in groupby(margin, key=lambda block: block.kind == "paragraph"):
        lines = [line for block in run for line in range(block.first, block.end)] if plain else []
        said = [source.lines[line].strip() for line in lines]
        if len(lines) < FEWEST or any(len(text) > _LONGEST or text in _FLIPS for text in said):
            continue
        if sum(as_question(text) > 0 for text in said) >= _MOSTLY * len(said):
            found.update(lines)
    return frozenset(found)
