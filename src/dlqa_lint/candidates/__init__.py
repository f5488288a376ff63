"""Lines that may be questions, each with the form it is written in. What they really are, `recognise` decides."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dlqa_lint.candidates.details import Details, find_details
from dlqa_lint.candidates.form import parse_form
from dlqa_lint.candidates.lines import Parts, parse_line
from dlqa_lint.candidates.tables import question_cells
from dlqa_lint.markdown import Block
from dlqa_lint.source import Source, Span

__all__ = ("Candidate", "Details", "find_candidates", "find_details", "parse_form")

_PARAGRAPH_HINT = re.compile(
    r"\*\*|__\S|<(?:b|strong)>|~~|[^\W\d_]{1,12}\s?[#№]?\s?\d|\d+\\?[.)]|\w[\w ]{0,11}[.:：)]|第|제"
)
_STRUCK = re.compile(r"~~\s*(#{1,6})\s+(\S.*?)~~\s*$")
_FRONT_QUESTION = re.compile(r"(?<![^\r\n])question:[ \t]*(\S[^\r\n]*)")
_SENTENCE_END = re.compile(r"[.?!:;。？！：；…)\]）\"”'`*_>]\s*$|\s{2}$|\\$")
_OPENED = re.compile(r"(\*\*|__)(?!\s)")


class Candidate(NamedTuple):
    """A line that may be a question.

    `block` is the index of the block that carries it, `span` its own characters (marker included), `text_span` the
    words without label, number and emphasis. `template` is its form, `label` the word before its number, `number` the
    spelling with its offset. `depth` counts the containers around it. `struck` marks a withdrawn line (`~~…~~`).
    """

    block: int
    kind: str
    level: int
    depth: int
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


def find_candidates(source: Source, blocks: Sequence[Block], details: Sequence[Details]) -> list[Candidate]:
    """All lines of a document that are written as questions may be, in document order."""
    found = [*_summaries(source, details)]
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            found.extend(_heading(source, blocks, index))
        elif block.kind == "item":
            found.extend(_item(source, blocks, index))
        elif block.kind == "paragraph" and (block.depth == 0):
            found.extend(_paragraph(source, block, index))
        elif block.kind == "table":
            found.extend(_rows(source, blocks, index))
        elif block.kind == "front-matter":
            found.extend(_file(source, block, index))
    return sorted(found, key=lambda candidate: candidate.span)


def _made(
    source: Source,
    parts: Parts,
    *,
    block: int,
    kind: str,
    level: int,
    depth: int,
    opener: str,
    start: int,
    at: int,
    end: int,
) -> Candidate:
    """The candidate of a line whose content begins at an offset; it ends where its emphasis closes."""
    first = source.line_index(start)
    closer = parts.template.partition("{text}")[2].strip()
    text_end = at + parts.text_at + len(parts.text)
    if (
        parts.emphasised
        and closer
        and kind in ("item", "paragraph")
        and source.text.startswith(closer, text_end)
    ):
        end = min(end, text_end + len(closer))
    return Candidate(
        block, kind, level, depth, opener + parts.template, parts.label, parts.number,
        at + parts.number_at if parts.number else -1, parts.text, Span(start, end),
        Span(at + parts.text_at, at + parts.text_at + len(parts.text)), first, parts.emphasised, parts.bare_label,
    )  # fmt: skip


def _heading(source: Source, blocks: Sequence[Block], index: int) -> Iterator[Candidate]:
    block = blocks[index]
    if block.depth and not (
        block.parent >= 0 and blocks[block.parent].kind == "item" and index == block.parent + 1
    ):
        return
    if block.depth:
        return  # the item that holds it is the candidate
    parts = parse_line(_raw(source, block), space_delimits=True, strip_hashes=True)
    span = source.lines_span(block.first, block.end)
    yield _made(source, parts, block=index, kind="heading", level=block.level, depth=0, opener="#" * block.level + " ",
                start=span.start, at=block.start, end=span.end)  # fmt: skip


def _raw(source: Source, block: Block) -> str:
    """A heading's content as written, closing hashes included."""
    line_end = source.line_span(source.line_index(block.start)).end
    return source.text[block.start : line_end]


def _item(source: Source, blocks: Sequence[Block], index: int) -> Iterator[Candidate]:
    block = blocks[index]
    inner = blocks[index + 1] if index + 1 < len(blocks) and blocks[index + 1].parent == index else None
    marker = block.marker
    ordered = marker[:-1].isdigit()
    start = source.starts[block.first] + source.lines[block.first].find(marker)
    opener = ("{number}" + marker[-1] if ordered else "-") + " "
    if inner is None:
        end = source.line_span(block.first).end
        yield Candidate(index, "item", 0, block.depth - 1, opener + "{text}", "", marker[:-1] if ordered else "", start,
                        "", Span(start, end), Span(end, end), block.first)  # fmt: skip
        return
    if inner.kind not in ("paragraph", "heading") or inner.first != block.first:
        return
    kind, level = ("item-heading", inner.level) if inner.kind == "heading" else ("item", 0)
    content = _raw(source, inner) if inner.kind == "heading" else _first_lines(source, inner, wrapped=True)
    parts = parse_line(content, space_delimits=inner.kind == "heading", strip_hashes=inner.kind == "heading")
    if ordered and parts.number:
        parts = Parts("{text}", "", "", -1, content.rstrip(), 0, False, False)
    opener += "#" * inner.level + " " if inner.kind == "heading" else ""
    made = _made(source, parts, block=index, kind=kind, level=level, depth=block.depth - 1, opener=opener,
                 start=start, at=inner.start, end=inner.start + len(content.rstrip()))  # fmt: skip
    yield made._replace(number=marker[:-1], number_at=start) if ordered else made


def _first_lines(source: Source, block: Block, *, wrapped: bool) -> str:
    """A paragraph's first line, or as many lines as its opening emphasis covers.

    With `wrapped`, a first line that ends in the middle of a sentence takes the lines along on which it goes on.
    """
    first = source.line_index(block.start)
    text = source.text[block.start : source.line_span(first).end]
    opened = _OPENED.match(text)
    if opened and text.count(opened.group(1)) == 1:
        for line in range(first + 1, min(block.end, first + 5)):
            if source.lines[line].rstrip().endswith(opened.group(1)):
                return source.text[block.start : source.line_span(line).end]
        return text
    line = first
    while wrapped and line + 1 < block.end and not opened and not _SENTENCE_END.search(source.lines[line]):
        line += 1
    return source.text[block.start : source.line_span(line).end]


def _paragraph(source: Source, block: Block, index: int) -> Iterator[Candidate]:
    line = block.first
    while line < block.end:
        text = source.lines[line]
        content = text.strip()
        if not _PARAGRAPH_HINT.match(content):
            line += 1
            continue
        start = source.starts[line] + len(text) - len(text.lstrip())
        struck = _STRUCK.match(content)
        if struck:
            parts = parse_line(struck.group(2).rstrip(), space_delimits=True)
            made = _made(source, parts, block=index, kind="heading", level=len(struck.group(1)), depth=0,
                         opener=struck.group(1) + " ", start=start, at=start + struck.start(2), end=start + len(content))  # fmt: skip
            yield made._replace(struck=True)
        else:
            content = _first_lines(source, block._replace(start=start), wrapped=False)
            parts = parse_line(content, space_delimits=False)
            if parts.emphasised or parts.number or parts.bare_label:
                yield _made(source, parts, block=index, kind="paragraph", level=0, depth=0, opener="", start=start,
                            at=start, end=start + len(content.rstrip()))  # fmt: skip
            line += content.count("\n")
        line += 1


def _summaries(source: Source, details: Sequence[Details]) -> Iterator[Candidate]:
    for index, detail in enumerate(details):
        if detail.reveals or detail.depth:
            continue
        raw = source.slice(detail.inner)
        at = detail.inner.start + len(raw) - len(raw.lstrip())
        parts = parse_line(raw.strip(), space_delimits=False)
        made = _made(source, parts, block=-1 - index, kind="summary", level=0, depth=0, opener="<summary>",
                     start=detail.summary.start, at=at, end=detail.summary.end)  # fmt: skip
        yield made._replace(
            template=made.template + "</summary>", body_at=detail.summary.end, body_end=detail.end
        )


def _rows(source: Source, blocks: Sequence[Block], index: int) -> Iterator[Candidate]:
    for cells in question_cells(source, blocks, index):
        parts = parse_line(cells.text, space_delimits=False)
        number = cells.number or parts.number
        number_at = cells.number_at if cells.number else cells.text_at + parts.number_at
        text, text_at = (
            (cells.text, cells.text_at) if cells.number else (parts.text, cells.text_at + parts.text_at)
        )
        template = f"| {cells.number_form} | {{text}} |" if cells.number else f"| {parts.template} |"
        yield Candidate(cells.block, "row", 0, 0, template, cells.label or parts.label, number, number_at if number else -1,
                        text, cells.span, Span(text_at, text_at + len(text)), source.line_index(cells.span.start),
                        body_at=cells.answer.start, body_end=cells.answer.end)  # fmt: skip


def _file(source: Source, block: Block, index: int) -> Iterator[Candidate]:
    match = _FRONT_QUESTION.search(block.text)
    if match:
        text = match.group(1).rstrip()
        quoted = len(text) > 1 and text[0] in "'\"" and text[-1] == text[0]
        start = match.start(1) + quoted
        span = Span(match.start(), match.start(1) + len(text))
        yield Candidate(index, "file", 0, 0, "question: {text}", "", "", -1, text[quoted : len(text) - quoted], span,
                        Span(start, start + len(text) - 2 * quoted), source.line_index(span.start))  # fmt: skip
