"""Headings inside answers, written so that none of them is as high as a question."""

from itertools import chain

from dlqa_lint.text.blocks import Block, blocks
from dlqa_lint.text.source import Source

_DEEPEST = 6


def lowered(text: str, level: int) -> str:
    """A text whose highest heading is of a level, and the others below it; below the deepest they are bold lines."""
    lines = text.split("\n")
    headings = [block for block in blocks(Source("", text)) if block.kind == "heading" and block.depth == 0]
    highest = min((block.level for block in headings), default=level)
    if highest >= level:
        headings = [block for block in headings if not block.marker.startswith("#")]
        highest = level
    for block in reversed(headings):
        lines[block.first : block.end] = [_written(block, block.level + level - highest)]
    return "\n".join(lines)


def begins_with_words(text: str) -> bool:
    """Whether a text begins with a paragraph, so that words may be put before it on its line."""
    first = next(chain(blocks(Source("", text)), (None,)))
    return first is not None and first.kind == "paragraph" and not text.startswith(("    ", "\t"))


def ends_with_list(text: str) -> bool:
    """Whether a text ends with a list, which would go on in a list below it."""
    last = next((block for block in reversed(blocks(Source("", text))) if block.depth == 0), None)
    return last is not None and last.kind == "list"


def _written(block: Block, level: int) -> str:
    words = " ".join(block.text.split())
    return f"{'#' * level} {words}" if level <= _DEEPEST else f"**{words}**"
