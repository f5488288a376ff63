"""The question that a front matter asks: one question a file."""

from collections.abc import Iterator

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.yaml_scalars import scalar_at
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_QUESTION = regex(r"(?<![^\r\n])(question):[ \t]*(?=\S)")
_TITLE = regex(r"(?<![^\r\n])(title):[ \t]*(?=\S)")


def front_question(source: Source, block: Block, index: int) -> Iterator[Candidate]:
    """The question that a front matter asks, else its title; the whole file is the answer."""
    match = _QUESTION.search(block.text) or _TITLE.search(block.text)
    if match is None:
        return
    scalar = scalar_at(block.text, match.end())
    if scalar.words:
        yield Candidate(
            index,
            "file",
            0,
            match.group(1) + ": {text}",
            "",
            "",
            -1,
            scalar.words,
            Span(match.start(), scalar.end),
            scalar.inside,
            source.line_index(match.start()),
        )
