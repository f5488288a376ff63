"""The question that a front matter asks: one question a file."""

from collections.abc import Iterator

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_FRONT_QUESTION = regex(r"(?<![^\r\n])(question|title):[ \t]*(\S[^\r\n]*)")


def front_question(source: Source, block: Block, index: int) -> Iterator[Candidate]:
    """The question that a front matter asks, the whole file being its answer."""
    match = _FRONT_QUESTION.search(block.text)
    if match:
        text = match.group(2).rstrip()
        quoted = len(text) > 1 and text[0] in "'\"" and text[-1] == text[0]
        start = match.start(2) + quoted
        span = Span(match.start(), match.start(2) + len(text))
        yield Candidate(
            index,
            "file",
            0,
            match.group(1) + ": {text}",
            "",
            "",
            -1,
            text[quoted : len(text) - quoted],
            span,
            Span(start, start + len(text) - 2 * quoted),
            source.line_index(span.start),
        )
