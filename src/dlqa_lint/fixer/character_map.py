"""Which part of the model each character of a document belongs to: the reading of the document goes by it."""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum

from dlqa_lint.edits.relabel import mentions
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text.blocks import Block, blocks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_RAW = regex(r"<(pre|script|style)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_DIGITS = regex(r"\d+")
_PREFIX = regex(r"[ \t>]*")
_RUNS = re.compile(rb"(.)\1*", re.DOTALL)


class ModelPart(IntEnum):
    """A part of the model; of two that hold a character the higher one has it."""

    TEXT = 0
    MARKER = 1
    REST = 2
    """What is on a question's line besides its words: number, label, delimiter, markup."""
    ASKED = 3
    CONTENTS = 4
    CODE = 5
    FREE = 6
    """What unsafe fixes rewrote, and comments for this linter over several lines."""


def paint(document: Document, free: Iterable[Span], code: Iterable[Span]) -> bytearray:
    """One byte for each character: the part that it belongs to."""
    painted = bytearray(len(document.source.text))

    def brush(part: ModelPart, span: Span) -> None:
        painted[span.start : span.end] = bytes([part]) * (span.end - span.start)

    for question in document.questions:
        if question.answer and question.answer.marker:
            brush(ModelPart.MARKER, question.answer.marker.span)
        # Labels of options are numbers, and so are the letters that name them: the model's questions know them.
        for at in label_spans(document, question):
            brush(ModelPart.MARKER, at)
    for at in _numbers_said(document):
        brush(ModelPart.MARKER, at)
    for question in document.questions:
        brush(ModelPart.REST, own_line(question))
        brush(ModelPart.ASKED, question.text_span)
    for contents in document.contents:
        brush(ModelPart.CONTENTS, contents.span)
    for suppression in document.suppressions:
        # On one line it is an inline tag like others, and must not cut its line in two.
        if document.source.line_index(suppression.span.start) < document.source.line_index(
            suppression.span.end
        ):
            brush(ModelPart.FREE, suppression.span)
    for span in code:
        brush(ModelPart.CODE, span)
    for span in free:
        brush(ModelPart.FREE, span)
    return painted


def _numbers_said(document: Document) -> Iterator[Span]:
    """Where answer keys and a stated range (`Questions 51-100`) say numbers of questions."""
    text = document.source.text
    for key in document.keys:
        for entry in key.entries:
            if digits := _DIGITS.search(text, *entry.span):
                yield Span(*digits.span())
    if document.stated:
        yield from (Span(*digits.span()) for digits in _DIGITS.finditer(text, *document.stated.span))


def label_spans(document: Document, question: Question) -> Iterator[Span]:
    """The places of the labels of a question's options, and of the letters that name options by them."""
    if question.options and all(option.label_span for option in question.options):
        yield from (option.label_span for option in question.options if option.label_span)
        yield from (span for span, certain in mentions(document, question) if certain)


def runs(painted: bytearray, span: Span) -> Iterator[tuple[ModelPart, Span]]:
    """The stretches of one part each, in order."""
    for match in _RUNS.finditer(painted, span.start, span.end):
        yield ModelPart(match.group(1)[0]), Span(*match.span())


def own_line(question: Question) -> Span:
    """The characters of a question's own line, its number among them."""
    if question.number is None or question.number.span.start >= question.span.start:
        return question.span
    return Span(question.number.span.start, question.span.end)


def widened(source: Source, spans: Iterable[Span]) -> list[Span]:
    """Spans extended over the words that they cut, and thus the same on both sides of an edit."""
    text = source.text
    found = []
    for start, end in spans:
        while start > 0 and text[start - 1].isalnum():
            start -= 1  # noqa: PLW2901 - grows from the span
        while end < len(text) and text[end].isalnum():
            end += 1  # noqa: PLW2901
        found.append(Span(start, end))
    return found


def code_blocks(source: Source) -> dict[Span, str]:
    """The code blocks of a source with their info string and content, containers' indentation taken off."""
    found: dict[Span, str] = {}
    for block in blocks(source):
        span = source.lines_span(block.first, block.end)
        if block.kind == "fence":
            found[span] = block.text.strip() + "\n" + _fenced(source, block)
        elif block.kind == "code":
            found[span] = "\n" + _unified(block.text.split("\n"))
        elif block.kind == "html":
            for match in _RAW.finditer(source.text, span.start, span.end):
                lines = re.split(r"\r\n|\r|\n", match.group())
                indent = min(
                    (len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0
                )
                found[Span(*match.span())] = _unified([lines[0], *(line[indent:] for line in lines[1:])])
    return found


def _fenced(source: Source, block: Block) -> str:
    """The lines of a fenced block as its reader sees them."""
    opening = source.lines[block.first]
    width = len(opening[: max(opening.find(block.marker), 0)].expandtabs(4))
    lines = source.lines[block.first + 1 : block.end]
    if lines and re.fullmatch(r"[ \t>]*" + re.escape(block.marker[0]) + r"{3,}[ \t]*", lines[-1]):
        lines = lines[:-1]
    return _unified(_dedented(line, width) for line in lines)


def _dedented(line: str, width: int) -> str:
    prefix = _PREFIX.match(line)
    lead = prefix.group().expandtabs(4) if prefix else ""
    return lead[min(width, len(lead)) :] + line[prefix.end() if prefix else 0 :]


def _unified(lines: Iterable[str]) -> str:
    """Lines with one newline between them; white space alone is nothing."""
    return "\n".join(line if line.strip() else "" for line in lines)
