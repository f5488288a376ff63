"""A candidate: a line that may be a question, with its parts and their places."""

from typing import NamedTuple

from dlqa_lint.model.question import Kind
from dlqa_lint.recognise.lines.line_parts import Parts
from dlqa_lint.text.source import Source, Span


class Candidate(NamedTuple):
    """A line that may be a question.

    `block` is the index of the block that carries it, `span` its own characters (marker included),
    `text_span` the words without label, number and emphasis. `template` is its form, `label` the word
    before its number, `number` the spelling with its offset. `struck` marks a withdrawn line (`~~…~~`);
    `material` is the code, tables and pictures between a label alone and the words that ask about them.
    """

    block: int
    kind: Kind
    level: int
    template: str
    label: str
    number: str
    number_at: int
    text: str
    span: Span
    text_span: Span
    line: int
    emphasised: bool = False
    bare_label: bool = False
    struck: bool = False
    body_at: int = -1
    body_end: int = -1
    material: Span | None = None


def made(
    source: Source,
    parts: Parts,
    *,
    block: int,
    kind: Kind,
    level: int,
    opener: str,
    start: int,
    at: int,
    end: int,
) -> Candidate:
    """The candidate of a line whose content begins at an offset; it ends where its emphasis closes."""
    words = Span(at + parts.text_at, at + parts.text_at + len(parts.text))
    closed = parts.emphasised and kind in ("item", "paragraph")
    return Candidate(
        block,
        kind,
        level,
        opener + parts.template,
        parts.label,
        parts.number,
        at + parts.number_at if parts.number else -1,
        parts.text,
        Span(start, min(end, _closed_at(source, parts, words.end) or end) if closed else end),
        words,
        source.line_index(start),
        parts.emphasised,
        parts.bare_label,
    )


def _closed_at(source: Source, parts: Parts, text_end: int) -> int | None:
    """Where the emphasis of a line is closed, if that follows its words."""
    closer = parts.template.partition("{text}")[2].strip()
    return text_end + len(closer) if closer and source.text.startswith(closer, text_end) else None
