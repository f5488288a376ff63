"""A new row of a table of questions: number, words, and a placeholder where the answer belongs."""

from collections.abc import Sequence

from dlqa_lint.edits.question_block import QuestionBlock
from dlqa_lint.model.bank import Document
from dlqa_lint.recognise.lines.tables import PIPE
from dlqa_lint.text.source import Source, Span


def row_stub(document: Document, rows: Sequence[QuestionBlock], number: str, words: str) -> str:
    """A row like the others; cells of further columns stay empty, and widths are kept where all rows have them."""
    last = rows[-1]
    cells = row_cells(document.source, last.question.span.start)
    cut = [row_cells(document.source, row.question.span.start) for row in rows]
    widths = {tuple(end - start for start, end in row) for row in cut}
    made = [_filled(document, last, cell, number, PIPE.sub(r"\\|", words)) for cell in cells]
    if len(widths) == 1:
        made = [
            text.rstrip().ljust(cell.end - cell.start - 1) + " "
            if text.strip()
            else " " * (cell.end - cell.start)
            for text, cell in zip(made, cells, strict=True)
        ]
    return "|".join(made)


def row_cells(source: Source, offset: int) -> list[Span]:
    """The cells of the row at an offset between its pipes, including what is outside of them."""
    line = source.line_span(source.line_index(offset))
    pipes = [match.start() for match in PIPE.finditer(source.text, *line)]
    return [
        Span(*ends) for ends in zip([line.start, *(at + 1 for at in pipes)], [*pipes, line.end], strict=True)
    ]


def _filled(document: Document, row: QuestionBlock, cell: Span, number: str, words: str) -> str:
    """A cell with the number or the words of another question, or a placeholder for its answer."""
    question, text = row.question, document.source.slice(cell)
    if cell.start == document.source.starts[document.source.line_index(cell.start)]:
        return text
    changes = [(question.text_span, words)]
    if question.number:
        changes.append((question.number.span, number))
    inside = [change for change in changes if cell.start <= change[0].start and change[0].end <= cell.end]
    for span, replacement in sorted(inside, reverse=True):
        text = text[: span.start - cell.start] + replacement + text[span.end - cell.start :]
    if inside:
        return text
    answers = question.body.start < cell.end and cell.start < question.body.end
    return " TODO " if answers and text.strip() else " " * bool(text)
