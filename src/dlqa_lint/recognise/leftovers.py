"""Pieces of a bank that are out of place: stubs, options and answers without a question, blocks left open."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dlqa_lint.model.bank import Remnant
from dlqa_lint.model.numbers import value_of
from dlqa_lint.recognise.body.answer_markers import marker_at
from dlqa_lint.recognise.choice.questions_chosen import Selection
from dlqa_lint.recognise.lines import Candidate, Details, find_candidates
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block, blocks_inside, plain
from dlqa_lint.text.malformed_headings import CLOSED
from dlqa_lint.text.source import Source

_BOXES = tuple(f"{box} " for box in marks.BOXES)


def remnants_of(
    source: Source, blocks: Sequence[Block], details: Sequence[Details], selection: Selection
) -> tuple[Remnant, ...]:
    """What is left over in a document, in document order."""
    first = selection.questions[0].span.start if selection.questions else len(source.text)
    found = [Remnant("stub", c.span, plain(c.text)) for c in selection.stubs]
    if selection.questions:
        found.extend(_orphans(source, blocks, first))
    found.extend(_unclosed(source, blocks, details))
    found.extend(_swallowing(source, blocks, selection.questions))
    found.extend(_swallowed(source, blocks))
    return tuple(sorted(found, key=lambda remnant: remnant.span))


def _orphans(source: Source, blocks: Sequence[Block], first: int) -> Iterator[Remnant]:
    """Options and answers above the first question: what is left of one that was deleted.

    Boxes before links inside the document tell how far its readers, or its authors, have come.
    """
    boxes: list[Block] = []
    for block in blocks:
        if source.starts[block.first] >= first:
            break
        if block.kind != "paragraph":
            continue
        if block.text.startswith(_BOXES):
            boxes += [] if "](#" in block.text else [block]
        elif (
            block.depth == 0
            and (found := marker_at(block.text, heading=False))
            and block.text[found[1] :].strip()
        ):
            yield Remnant(
                "orphan-answer", source.lines_span(block.first, block.end), block.text.partition("\n")[0]
            )
    if len(boxes) >= 2 and any(not box.text.startswith(marks.EMPTY_BOX) for box in boxes):
        yield Remnant("orphan-options", source.lines_span(boxes[0].first, boxes[-1].end), boxes[0].text)


def _unclosed(source: Source, blocks: Sequence[Block], details: Sequence[Details]) -> Iterator[Remnant]:
    """Fences without an end, `<details>` that never close, comments that never end."""
    for block in blocks:
        if _stays_open(source, block):
            yield Remnant("unclosed-block", source.line_span(block.first), source.lines[block.first].strip())
    for detail in details:
        if not detail.closed:
            line = source.line_index(detail.start)
            yield Remnant("unclosed-block", source.line_span(line), source.lines[line].strip())


def _swallowing(source: Source, blocks: Sequence[Block], questions: Sequence[Candidate]) -> Iterator[Remnant]:
    """Fences that hold the questions whose numbers are missing: the mark of another fence's end opened them."""
    numbered = [question for question in questions if question.number]
    starts = [question.span.start for question in numbered]
    for block in blocks:
        at = bisect_left(starts, source.starts[block.first])
        if block.kind != "fence" or not 0 < at < len(numbered) or _stays_open(source, block):
            continue
        before, after = numbered[at - 1], numbered[at]
        inside = "\n".join(source.lines[block.first + 1 : block.end - 1])
        if _gap(before, after) and before.template == after.template and _holds(inside, before, after):
            yield Remnant("unclosed-block", source.line_span(block.first), source.lines[block.first].strip())


def _gap(before: Candidate, after: Candidate) -> bool:
    low, high = value_of(before.number), value_of(after.number)
    return low[:-1] == high[:-1] and low[-1] + 1 < high[-1]


def _holds(text: str, before: Candidate, after: Candidate) -> bool:
    """Whether a text holds lines in the form of two questions, all of them with numbers between theirs."""
    inside = Source("", text)
    lines = find_candidates(inside, blocks_inside(inside), ())
    values = [value_of(line.number) for line in lines if line.number and line.template == before.template]
    low, high = value_of(before.number), value_of(after.number)
    return bool(values) and all(value[:-1] == low[:-1] and low < value < high for value in values)


def _swallowed(source: Source, blocks: Sequence[Block]) -> Iterator[Remnant]:
    """Headings that Markdown takes for a part of the HTML above them: only for want of an empty line."""
    for above, block in pairwise(blocks):
        if (
            block.kind == "heading"
            and above.kind == "html"
            and above.end == block.first
            and CLOSED.search(source.lines[above.end - 1])
        ):
            yield Remnant("swallowed-heading", source.lines_span(block.first, block.end), plain(block.text))


def _stays_open(source: Source, block: Block) -> bool:
    """Whether a fence, or a comment of an HTML block, has no end."""
    if block.kind == "html":
        return "<!--" in block.text and "-->" not in block.text.rpartition("<!--")[2]
    return block.kind == "fence" and not _closed(source, block)


def _closed(source: Source, block: Block) -> bool:
    last = source.lines[block.end - 1].strip().lstrip("> ")
    return block.end - block.first > 1 and last.startswith(block.marker) and not last.strip(block.marker[0])
