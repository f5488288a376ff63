"""Candidates beside the lines of Markdown text: summaries, table rows, the question in a front matter."""

from collections.abc import Iterator, Sequence

from dlqa_lint.recognise.lines.details import Details
from dlqa_lint.recognise.lines.line import Candidate, made
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.recognise.lines.tables import question_cells
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_FRONT_QUESTION = regex(r"(?<![^\r\n])question:[ \t]*(\S[^\r\n]*)")


def summaries(source: Source, details: Sequence[Details]) -> Iterator[Candidate]:
    """The summaries at the margin that do not only reveal an answer."""
    for index, detail in enumerate(details):
        if detail.reveals or detail.depth:
            continue
        raw = source.slice(detail.inner)
        at = detail.inner.start + len(raw) - len(raw.lstrip())
        parts = parse_line(raw.strip(), space_delimits=False)
        candidate = made(
            source,
            parts,
            block=-1 - index,
            kind="summary",
            level=0,
            opener="<summary>",
            start=detail.summary.start,
            at=at,
            end=detail.summary.end,
        )
        yield candidate._replace(
            template=candidate.template + "</summary>", body_at=detail.summary.end, body_end=detail.end
        )


def rows(source: Source, blocks: Sequence[Block], index: int) -> Iterator[Candidate]:
    """The rows of a table that ask."""
    for cells in question_cells(source, blocks, index):
        parts = parse_line(cells.text, space_delimits=False)
        number = cells.number or parts.number
        number_at = cells.number_at if cells.number else cells.text_at + parts.number_at
        text, text_at = (
            (cells.text, cells.text_at) if cells.number else (parts.text, cells.text_at + parts.text_at)
        )
        template = f"| {cells.number_form} | {{text}} |" if cells.number else f"| {parts.template} |"
        yield Candidate(
            cells.block,
            "row",
            0,
            template,
            cells.label or parts.label,
            number,
            number_at if number else -1,
            text,
            cells.span,
            Span(text_at, text_at + len(text)),
            source.line_index(cells.span.start),
            body_at=cells.answer.start,
            body_end=cells.answer.end,
        )


def front_question(source: Source, block: Block, index: int) -> Iterator[Candidate]:
    """The question that a front matter asks, the whole file being its answer."""
    match = _FRONT_QUESTION.search(block.text)
    if match:
        text = match.group(1).rstrip()
        quoted = len(text) > 1 and text[0] in "'\"" and text[-1] == text[0]
        start = match.start(1) + quoted
        span = Span(match.start(), match.start(1) + len(text))
        yield Candidate(
            index,
            "file",
            0,
            "question: {text}",
            "",
            "",
            -1,
            text[quoted : len(text) - quoted],
            span,
            Span(start, start + len(text) - 2 * quoted),
            source.line_index(span.start),
        )
