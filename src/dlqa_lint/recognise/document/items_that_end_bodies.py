"""Neighbours in a list: the items at which the body of a question that is an item ends."""

from collections.abc import Iterator, Sequence

from dlqa_lint.model.question import ITEMS
from dlqa_lint.recognise.body.answer_markers import marker_at
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.source import Source

_MOSTLY = 2
"""In a list of questions, this many times as many items ask as do not; where they alternate, the others answer."""


def items_that_end_bodies(
    source: Source, blocks: Sequence[Block], questions: Sequence[Candidate]
) -> list[int]:
    """The offsets of the items that do not continue a question above them.

    The next topic answers nothing, and no more does an item among questions that was not read as one:

    1. **Anchors**
       - Which one holds in sand?
       - Tell us how you would weigh it.

    2. **Ropes**
       - Which one floats?
    """
    asked = {next(_items_around(blocks, q.block), -1) for q in questions if q.kind in ITEMS} - {-1}
    if not asked:
        return []
    lists: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.kind == "item":
            lists.setdefault(block.parent, []).append(index)
    apart = {key for key, items in lists.items() if _mostly_asks(items, asked)}
    apart |= {
        blocks[outer].parent for index in asked for outer in _items_around(blocks, blocks[index].parent)
    }
    # Beside `- Q: …` an item `- A: …` answers, as it does below.
    label = "A" if any(question.label[:1] == "q" for question in questions) else ""
    ends = (index for key in apart for index in lists[key] if not _answers(source, blocks[index], label))
    return sorted(source.starts[blocks[index].first] for index in ends)


def _items_around(blocks: Sequence[Block], index: int) -> Iterator[int]:
    """The indexes of the items that hold a block, innermost first; its own where it is one."""
    while index >= 0:
        if blocks[index].kind == "item":
            yield index
        index = blocks[index].parent


def _mostly_asks(items: Sequence[int], asked: set[int]) -> bool:
    asking = sum(item in asked for item in items)
    return asking > _MOSTLY * (len(items) - asking)


def _answers(source: Source, item: Block, label: str) -> bool:
    """Whether an item opens an answer."""
    return marker_at(source.lines[item.first].lstrip(), heading=False, extra=label) is not None
