"""What is read from a document before its forms are known: blocks, `<details>`, contents, candidates."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import announces
from dlqa_lint.model.bank import Contents
from dlqa_lint.recognise.body.answer_lists import AnswerList, answer_lists, outside_answer_lists
from dlqa_lint.recognise.body.answer_markers import is_answer_heading
from dlqa_lint.recognise.choice.eligible import eligible, outside_solutions
from dlqa_lint.recognise.choice.resources import without_resources
from dlqa_lint.recognise.document.contents import find_contents
from dlqa_lint.recognise.lines import Candidate, Details, find_candidates, find_details
from dlqa_lint.recognise.lines.first_lines import is_underlined
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.blocks import blocks as blocks_of
from dlqa_lint.text.source import Source

Announced = Literal["title", "opening", ""]
"""Where a document says that it is a bank."""

_FIRST_BLOCKS, _OPENING, _HEAD = 40, 4, 600
"""Among how many blocks the opening is looked for, how many of them it has, and of how many characters. Set by hand."""

_OPTION_TITLES = frozenset(vocabulary.OPTION_TITLES)


class Reading(NamedTuple):
    """A document's parts; `headings` are the offsets and levels of the headings outside of lists and quotes.

    `closing` are those that open no answer and no options, as offset, level and block. `announced` tells
    where the document says of itself that it asks.
    """

    source: Source
    blocks: Sequence[Block]
    details: Sequence[Details]
    contents: tuple[Contents, ...]
    candidates: Sequence[Candidate]
    answer_lists: Sequence[AnswerList]
    headings: Sequence[tuple[int, int]]
    closing: Sequence[tuple[int, int, int]]
    announced: Announced


def read(source: Source) -> Reading:
    """The parts of a source; lines in contents, lists of answers and lists of resources are not candidates."""
    blocks = blocks_of(source)
    details = find_details(source, blocks)
    contents = find_contents(source, blocks)
    announced = _announced(blocks)
    found = find_candidates(source, blocks, details)
    told = outside_solutions(source, eligible(source, found, contents), details)
    candidates = without_resources(source, told, blocks)
    answers = answer_lists(source, blocks, candidates)
    candidates = outside_answer_lists(candidates, answers)
    apart = {part.block for part in answers}
    margin = [
        (source.starts[block.first], block.level, index)
        for index, block in enumerate(blocks)
        if block.kind == "heading" and block.depth == 0
    ]
    headings = [(at, level) for at, level, _ in margin]
    closing = [h for h in margin if h[2] in apart or not _belongs(blocks[h[2]])]
    return Reading(source, blocks, details, contents, candidates, answers, headings, closing, announced)


def _belongs(heading: Block) -> bool:
    """Whether a heading belongs to the question above it: it opens an answer, or the options.

    So does a paragraph that the rule right below it makes a heading.
    """
    if is_underlined(heading):
        return True
    return is_answer_heading(heading.text) or vocabulary.matches_any(plain(heading.text), _OPTION_TITLES)


def _announced(blocks: Sequence[Block]) -> Announced:
    """Where the title or the first paragraphs say that a document is a bank."""
    opening = [
        block
        for block in blocks[:_FIRST_BLOCKS]
        if block.kind in ("heading", "paragraph", "html", "front-matter")
    ]
    if not announces(" ".join(block.text for block in opening[:_OPENING])[:_HEAD]):
        return ""
    title = next((at for at, block in enumerate(opening) if block.kind == "heading"), 0)
    above = [block.text for block in opening[: title + 1] if block.kind != "paragraph"]
    return "title" if announces(" ".join(above)[:_HEAD]) else "opening"
