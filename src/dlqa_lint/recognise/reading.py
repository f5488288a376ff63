"""What is read from a document before its forms are known: blocks, `<details>`, contents, candidates."""

from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint.bank import Contents
from dlqa_lint.candidates import Candidate, Details, find_candidates, find_details
from dlqa_lint.markdown import Block
from dlqa_lint.markdown import blocks as blocks_of
from dlqa_lint.recognise.collected import AnswerKey, answer_keys, outside_keys
from dlqa_lint.recognise.contents import find_contents
from dlqa_lint.recognise.eligible import eligible
from dlqa_lint.source import Source


class Reading(NamedTuple):
    """A document's parts; `headings` are the offsets and levels of the headings at the margin."""

    source: Source
    blocks: Sequence[Block]
    details: Sequence[Details]
    contents: tuple[Contents, ...]
    candidates: Sequence[Candidate]
    keys: Sequence[AnswerKey]
    headings: Sequence[tuple[int, int]]


def read(source: Source) -> Reading:
    """The parts of a source; lines in contents and answer keys are no candidates."""
    blocks = blocks_of(source)
    details = find_details(source, blocks)
    contents = find_contents(source, blocks)
    candidates = eligible(source, find_candidates(source, blocks, details), contents)
    keys = answer_keys(source, blocks, candidates)
    headings = [(source.starts[b.first], b.level) for b in blocks if b.kind == "heading" and b.depth == 0]
    return Reading(source, blocks, details, contents, outside_keys(candidates, keys), keys, headings)
