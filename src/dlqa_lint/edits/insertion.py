"""A new question in a bank: its stub, and the numbers of those after it, with all that goes by them."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from dlqa_lint.edits.mentions import Mentions
from dlqa_lint.edits.question_block import (
    QuestionBlock,
    blocks_of,
    content_end,
    is_separator,
    tail_of,
    usual_gap,
)
from dlqa_lint.edits.renumber import Change, ObstacleError, respelled, taken_along, united
from dlqa_lint.edits.shift import Shift, moved_end, moved_parts, next_number, room
from dlqa_lint.edits.stub import stub
from dlqa_lint.model.bank import Document, Number, Question, Section
from dlqa_lint.model.finding import Edit
from dlqa_lint.text.blocks import blocks
from dlqa_lint.text.source import Source, Span


class InsertionPoint(NamedTuple):
    """Where a new question goes: after another one, or (where that is None) to the end of a section without any."""

    document: Document
    after: Question | None
    section: Section | None = None


class Insertion(NamedTuple):
    """A new question: all edits, the one that writes it, and the number and the position that it gets."""

    edits: tuple[Edit, ...]
    stub: Edit
    number: str
    position: int


def insertion(
    mentions: Mentions, spot: InsertionPoint, words: str, parts: Mapping[str, Document]
) -> Insertion:
    """What writes a new question; raises ObstacleError where that cannot be done.

    `parts` gives the documents that files of one count continue.
    """
    document, after = spot.document, spot.after
    there = blocks_of(document)
    above = next((block for block in there if block.question == after), None)
    offset = above.span.end if above else content_end(document, spot.section.body.end if spot.section else 0)
    counted = after or _counted_before(document, offset)
    number = next_number(document, counted) if counted else _first_number(document)
    label = number.spelling if number else ""
    run = [block for block in there if after and block.question.run == after.run] or there
    text = _text(document, run, above, label, words)
    written = Edit(document.path, Span(offset, offset), text)
    shift = room(document, counted, number) if counted and number else Shift({}, reaches_end=False)
    headings = [block.text for block in blocks(Source("", text)) if block.kind == "heading"]
    index = bisect_left(document.headings, offset, key=lambda heading: heading.span.start)
    edits = [written, *taken_along(mentions, document, shift.new, Change(added=(index, headings)))]
    if shift.reaches_end:
        edits += moved_end(document, 1) if after == document.questions[-1] else ()
        for part, new in moved_parts(document, parts, mentions.link_map.documents, 1):
            edits += taken_along(mentions, part, new)
    before = after or _before(document, offset)
    position = before.position + 1 if before else 1
    return Insertion(united(document, edits), written, number.label if number else "", position)


def _text(
    document: Document, run: list[QuestionBlock], above: QuestionBlock | None, number: str, words: str
) -> str:
    """The text of a new question with the white space before it."""
    made = stub(document, run, number, words)
    if made is None:
        offset = above.span.start if above else 0
        raise ObstacleError(
            document,
            offset,
            "no stub can be made of how questions are written here; write it by hand, then renumber",
        )
    gap = usual_gap(document, run) if above else document.source.newline * 2
    # A thematic break separates questions, so there is none below the last one.
    if above and is_separator(made.tail) and not tail_of(document, above):
        return made.tail + gap + made.text
    return gap + made.text + made.tail


def _before(document: Document, offset: int) -> Question | None:
    """The last question before an offset."""
    at = bisect_left(document.questions, offset, key=lambda question: question.span.start)
    return document.questions[at - 1] if at else None


def _counted_before(document: Document, offset: int) -> Question | None:
    """The question whose number the first one of a new section continues."""
    anew = document.schema.numbering.scope in ("section", "runs")
    return None if anew else _before(document, offset)


def _first_number(document: Document) -> Number | None:
    """The number of the first question of a run."""
    model = next((question.number for question in document.questions if question.number), None)
    if model is None or len(model.value) > 1:
        return None
    first = document.schema.numbering.first
    value = 1 if first is None else first
    return model._replace(spelling=respelled(model, value), value=(value,))
