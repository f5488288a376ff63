"""Where each question's body ends, and which section holds it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from dlqa_lint.model.bank import Heading, Section
from dlqa_lint.recognise.body.answer_lists import AnswerList
from dlqa_lint.recognise.lines import Candidate, Details
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.source import Source, Span

_INDENT = " \t>"


def headings_of(
    source: Source, blocks: Sequence[Block], questions: Sequence[Candidate]
) -> tuple[Heading, ...]:
    """Every heading of a document, nested ones included: all of them have anchors."""
    positions = {c.block: i + 1 for i, c in enumerate(questions) if c.kind == "heading" and not c.struck}
    positions |= {c.block + 1: i + 1 for i, c in enumerate(questions) if c.kind == "item-heading"}
    found = []
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            text_span = Span(block.start, block.start + len(block.text))
            span = source.lines_span(block.first, block.end)
            found.append(
                Heading(
                    block.level, block.text, plain(block.text).strip(), span, text_span, positions.get(index)
                )
            )
    return tuple(found)


def boundaries(
    closing: Sequence[tuple[int, int, int]], questions: Sequence[Candidate], details: Sequence[Details]
) -> list[tuple[int, int, int]]:
    """The headings that may end a body: of those that open no answer, those that are not part of a question.

    A heading inside `<details>` that reveal an answer is a part of it.
    """
    asked = {c.block for c in questions if c.kind == "heading"}
    starts = sorted(question.span.start for question in questions)
    folded = [
        reveal
        for reveal in details
        if reveal.reveals
        and reveal.closed
        and bisect_left(starts, reveal.start) == bisect_left(starts, reveal.content_end)
    ]
    opened = [reveal.start for reveal in folded]
    ends = [0, *accumulate((reveal.content_end for reveal in folded), max)]
    return [
        heading
        for heading in closing
        if heading[2] not in asked and heading[0] >= ends[bisect_right(opened, heading[0])]
    ]


def bodies(
    source: Source,
    questions: Sequence[Candidate],
    bounds: Sequence[tuple[int, int, int]],
    answers: Sequence[AnswerList] = (),
    others: Sequence[int] = (),
) -> list[Span]:
    """The characters below each question's line that are its own; lists of answers are nobody's.

    Nor is what begins at the offsets of `others`: captions of lists, and items that do not continue a question.
    A file that asks one question is its answer, whatever headings there are.
    """
    margin = _section_level(questions, bounds)
    apart = {part.block for part in answers}
    found = []
    for index, candidate in enumerate(questions):
        start = candidate.span.end
        if candidate.body_at >= 0:
            found.append(Span(candidate.body_at, max(candidate.body_at, candidate.body_end)))
            continue
        end = _start_of(source, questions[index + 1]) if index + 1 < len(questions) else len(source.text)
        alone = candidate.kind == "file" and len(questions) == 1
        level = candidate.level if candidate.kind == "heading" or alone else margin
        at = bisect_right(bounds, (start, 9, 0))
        while at < len(bounds) and bounds[at][0] < end:
            if bounds[at][1] <= level or bounds[at][2] in apart:
                end = bounds[at][0]
            at += 1
        other = bisect_left(others, start)
        if other < len(others):
            end = min(end, others[other])
        found.append(Span(start, max(start, end)))
    return found


def _start_of(source: Source, question: Candidate) -> int:
    """Where a question begins, the white space and quote marks before it included: nobody answers there."""
    start = source.starts[source.line_index(question.span.start)]
    before = source.text[start : question.span.start]
    return question.span.start if before.strip(_INDENT) else start


def _section_level(questions: Sequence[Candidate], bounds: Sequence[tuple[int, int, int]]) -> int:
    """The deepest level of the headings right above a question: deeper ones are parts of answers."""
    starts = [q.span.start for q in questions]
    levels = []
    for index, (offset, level, _) in enumerate(bounds):
        following = bounds[index + 1][0] if index + 1 < len(bounds) else 1 << 60
        at = bisect_left(starts, offset)
        if at < len(starts) and starts[at] < following:
            levels.append(level)
    return max(levels, default=6)


def sections_of(
    source: Source,
    headings: Sequence[Heading],
    bounds: Sequence[tuple[int, int, int]],
    spans: Sequence[Span],
    bodies_: Sequence[Span],
) -> tuple[tuple[Section, ...], list[int]]:
    """The sections of a document and each question's innermost one; headings inside bodies make none."""
    by_start = {heading.span.start: heading for heading in headings}
    starts = [span.start for span in spans]
    outside = [bound for bound in bounds if not _inside(bound[0], starts, bodies_)]
    ends = _ends(outside, len(source.text))
    sections = []
    for (offset, level, _), end in zip(outside, ends, strict=True):
        heading = by_start[offset]
        inside = range(bisect_left(starts, offset), bisect_left(starts, end))
        sections.append(
            Section(
                heading.plain_text,
                level,
                heading.span,
                heading,
                tuple(i + 1 for i in inside),
                Span(heading.span.end, end),
            )
        )
    return tuple(sections), _innermost([offset for offset, *_ in outside], ends, starts)


def _innermost(begin: Sequence[int], ends: Sequence[int], questions: Sequence[int]) -> list[int]:
    """The index of the innermost section around each question, -1 for none; all of them begin in order."""
    at, around = 0, list[int]()
    found = []
    for question in questions:
        while at < len(begin) and begin[at] <= question:
            around.append(at)
            at += 1
        while around and ends[around[-1]] <= question:
            around.pop()
        found.append(around[-1] if around else -1)
    return found


def _ends(bounds: Sequence[tuple[int, int, int]], last: int) -> list[int]:
    """Where the part below each heading ends: at the next heading that is as high."""
    ends = [last] * len(bounds)
    deeper: list[int] = []
    for index, (offset, level, _) in enumerate(bounds):
        while deeper and bounds[deeper[-1]][1] >= level:
            ends[deeper.pop()] = offset
        deeper.append(index)
    return ends


def _inside(offset: int, starts: Sequence[int], bodies_: Sequence[Span]) -> bool:
    """Whether an offset is in the body of the question before it."""
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < bodies_[at].end
