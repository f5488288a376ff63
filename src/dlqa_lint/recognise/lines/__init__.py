"""Lines that may be questions, each with the form it is written in; what they are, `recognise` decides."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from dlqa_lint.model.form import parse_form
from dlqa_lint.recognise.lines.details import Details, find_details, summaries, summary_words
from dlqa_lint.recognise.lines.emphasis import bold_lead
from dlqa_lint.recognise.lines.first_lines import is_underlined, raw_heading
from dlqa_lint.recognise.lines.front_matter import front_question
from dlqa_lint.recognise.lines.items import heading_below, item_line
from dlqa_lint.recognise.lines.labels_above_summaries import with_summaries
from dlqa_lint.recognise.lines.labels_alone import with_words_below
from dlqa_lint.recognise.lines.labels_behind import with_labels_behind
from dlqa_lint.recognise.lines.lettered import with_letters
from dlqa_lint.recognise.lines.line import Candidate, made
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.recognise.lines.number_or_words import numbers_told_from_words
from dlqa_lint.recognise.lines.overlapping_shapes import without_overlaps
from dlqa_lint.recognise.lines.paragraphs import (
    asking_lines,
    lazy_lines,
    paragraph_lines,
    quoted_lines,
    swallowed_lines,
)
from dlqa_lint.recognise.lines.schema_labels import in_own_forms
from dlqa_lint.recognise.lines.shapes import in_other_shapes
from dlqa_lint.recognise.lines.speakers import without_speech
from dlqa_lint.recognise.lines.stacks import stacked_lines
from dlqa_lint.recognise.lines.tables import asking_rows
from dlqa_lint.recognise.lines.yaml_scalars import scalar_at
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

__all__ = (
    "Candidate",
    "Details",
    "bold_lead",
    "find_candidates",
    "find_details",
    "in_own_forms",
    "parse_form",
    "scalar_at",
    "summary_words",
)

_STRUCK_WORDS = regex(r"~~(?!\s)([^~]+)~~[ \t]*(?:#+[ \t]*)?$")
_ASKING_LEADS = tuple(asks + closes for closes in marks.STRONG_MARKS for asks in marks.QUESTION_MARKS)
_LED = regex(
    rf"(?<![^\r\n]) {{0,3}}(?P<bullet>[-*+]\s+)?(?P<open>{marks.STRONG})[^*_\r\n](?:(?!(?P=open))[^\r\n])*?"
    rf"(?P<end>[{marks.QUESTION_MARKS}.。{marks.COLONS}])(?P=open)[ \t]*[^\s*_]"
)


def find_candidates(source: Source, blocks: Sequence[Block], details: Sequence[Details]) -> list[Candidate]:
    """All lines of a document that are written as questions may be, in document order."""
    leads = _leads(source)
    stacked = stacked_lines(source, blocks)
    found = [*summaries(source, details), *in_other_shapes(source, blocks)]
    for index in range(len(blocks)):
        found.extend(_in_block(source, blocks, index, leads, stacked))
    apart = without_overlaps(with_labels_behind(source, blocks, found))
    read = with_letters(numbers_told_from_words(with_summaries(source, apart, details)))
    return without_speech(source, read)


def _in_block(
    source: Source, blocks: Sequence[Block], index: int, leads: set[str], stacked: Collection[int]
) -> Iterator[Candidate]:
    """The lines of one block; a quote is what somebody else says."""
    block = blocks[index]
    if block.kind == "heading" and block.depth == 0 and is_underlined(block):
        yield from paragraph_lines(source, blocks, index, stops="paragraph" in leads)
    elif block.kind == "heading" and block.depth == 0:
        yield _heading(source, blocks, index)
    elif block.kind == "heading":
        below = heading_below(source, blocks, index)
        if below:
            yield below
    elif block.kind == "item":
        yield from item_line(source, blocks, index, stops="item" in leads)
    elif block.kind == "paragraph" and block.depth == 0:
        yield from paragraph_lines(source, blocks, index, stops="paragraph" in leads)
        yield from asking_lines(source, blocks, index, stacked)
    elif block.kind == "paragraph" and block.depth == 1:
        yield from quoted_lines(source, blocks, index)
    elif block.kind == "paragraph" and blocks[block.parent].kind == "item":
        yield from lazy_lines(source, blocks, index, stops="paragraph" in leads)
    elif block.kind == "html" and block.depth == 0:
        yield from swallowed_lines(source, blocks, index, stops="paragraph" in leads)
    elif block.kind == "table":
        yield from asking_rows(source, blocks, index)
    elif block.kind == "front-matter":
        yield from front_question(source, block, index)


def _leads(source: Source) -> set[str]:
    """The kinds whose bold leads may end as sentences do: as many at least, and two, end in question marks.

    A list of features has leads that end in full stops alone.
    """
    if not any(hint in source.text for hint in _ASKING_LEADS):
        return set()
    asking: Counter[str] = Counter()
    stopping: Counter[str] = Counter()
    for match in _LED.finditer(source.text):
        ends = asking if match["end"] in marks.QUESTION_MARKS else stopping
        ends["item" if match["bullet"] else "paragraph"] += 1
    return {kind for kind, count in asking.items() if count >= max(2, stopping[kind])}


def _heading(source: Source, blocks: Sequence[Block], index: int) -> Candidate:
    block = blocks[index]
    raw = raw_heading(source, block)
    struck = _STRUCK_WORDS.match(raw) if "~~" in raw else None
    parts = parse_line(struck.group(1) if struck else raw, space_delimits=True, strip_hashes=True)
    span = source.lines_span(block.first, block.end)
    candidate = made(
        source,
        parts,
        block=index,
        kind="heading",
        level=block.level,
        opener="#" * block.level + " ",
        start=span.start,
        at=block.start + (struck.start(1) if struck else 0),
        end=span.end,
    )
    return candidate._replace(struck=True) if struck else with_words_below(source, blocks, index, candidate)
