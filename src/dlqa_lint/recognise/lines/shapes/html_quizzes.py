"""Quizzes in HTML, whose elements say by their class that they ask: `<div class="quiz-question">`."""

from collections.abc import Iterator, Sequence

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.recognise.lines.shapes._lines import line_of
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_QUESTION = regex(
    r"<(?P<tag>div|p)\s[^<>]{0,200}?\bclass=[\"'](?P<class>(?:[\w -]{0,60}[ -])?question)[\"'][^<>]{0,300}>"
    r"(?P<text>[^<]{1,600}(?:<(?!/?(?:div|p)\b)[^<]{0,300}){0,20})</(?P=tag)>"
)


def find(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The elements of a document's HTML blocks whose class is `question`, or ends so."""
    for block in blocks:
        if block.kind != "html" or "question" not in block.text:
            continue
        span = source.lines_span(block.first, block.end)
        found = list(_QUESTION.finditer(source.text, span.start, span.end))
        for match, end in zip(found, [*(below.start() for below in found[1:]), span.end], strict=False):
            said = match["text"].strip()
            parts = parse_line(said, space_delimits=True)
            if not parts.text.strip():
                continue
            start = match.start("text") + match["text"].index(said)
            at = start + parts.text_at
            template = f'<{match["tag"]} class="{match["class"]}">{parts.template}</{match["tag"]}>'
            words = Span(at, at + len(parts.text))
            line = line_of(source, "directive", template, words, start=match.start())
            yield line._replace(
                number=parts.number,
                number_at=start + parts.number_at if parts.number else -1,
                span=Span(match.start(), match.end()),
                line=source.line_index(match.start()),
                body_at=match.end(),
                body_end=max(match.end(), end),
            )
