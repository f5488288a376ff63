"""Answers that a document collects in a place of their own, behind the questions: an answer key."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint import words
from dlqa_lint.candidates import Candidate
from dlqa_lint.markdown import Block, plain
from dlqa_lint.schema.infer import value_of
from dlqa_lint.source import Source, Span

_TITLES = tuple(title.casefold() for title in words.ANSWER_KEY_TITLES)


class AnswerKey(NamedTuple):
    """A part of a document that holds answers alone: the heading's block, its characters, the numbers it answers.

    `since` is where the questions begin that it answers.
    """

    block: int
    span: Span
    since: int
    numbers: frozenset[tuple[int, ...]]


def answer_keys(
    source: Source, blocks: Sequence[Block], candidates: Sequence[Candidate]
) -> tuple[AnswerKey, ...]:
    """The answer keys of a document.

    Below an answer heading stands a numbered list, all of whose numbers were asked since the last such place: an
    answer of its own would hold but steps, whose numbers its one question does not have.
    """
    heads = [(i, block) for i, block in enumerate(blocks) if block.kind == "heading" and block.depth == 0]
    numbered = [c for c in candidates if c.number and c.depth == 0]
    starts = [c.span.start for c in numbered]
    found: list[AnswerKey] = []
    since = 0
    for at, (index, block) in enumerate(heads):
        if not _opens_answers(block.text):
            continue
        start = source.starts[block.first]
        end = next((source.starts[b.first] for _, b in heads[at + 1 :] if b.level <= block.level), None)
        span = Span(start, len(source.text) if end is None else end)
        low, middle = bisect_left(starts, since), bisect_left(starts, start)
        inside = numbered[middle : bisect_left(starts, span.end)]
        if _answers(numbered[low:middle], inside):
            found.append(AnswerKey(index, span, since, frozenset(value_of(c.number) for c in inside)))
            since = span.end
        else:
            since = start
    return tuple(found)


def _opens_answers(text: str) -> bool:
    """Whether a heading begins as the heading of an answer key does."""
    said = plain(text).strip().casefold()
    return any(said.startswith(title) and not said[len(title) :][:1].isalpha() for title in _TITLES)


def _answers(asked: Sequence[Candidate], inside: Sequence[Candidate]) -> bool:
    """Whether numbered lines answer, one by one, lines that were asked before."""
    before = {value_of(c.number) for c in asked}
    values = [value_of(c.number) for c in inside]
    if len(values) < 2 or len(set(values)) < len(values) or not before.issuperset(values):
        return False
    return sum(words.asking(plain(c.text)) for c in inside) < 0.5 * len(inside)
