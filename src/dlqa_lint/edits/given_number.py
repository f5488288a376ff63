"""A number for a question that has none: in front of its words, or in the empty cell of its row."""

from dlqa_lint.edits.rewrite import Rewriting, rewritten
from dlqa_lint.edits.row_stub import row_cells
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Edit
from dlqa_lint.model.form import NUMBER, TEXT
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_NUMBER_CELL = regex(r"\| (?P<number>[^|]*\{number\}[^|]*) \| $")
_INSERTED = ("summary", "row")
"""The kinds of questions that have no other forms than with and without a number."""


def numbered(document: Document, question: Question, template: str) -> Rewriting | None:
    """What writes the number of a question that was given one in its form; None where that cannot be done."""
    if question.kind not in _INSERTED or question.number is None:
        return rewritten(document, question, template)
    (own, _, own_tail), (head, _, tail) = (form.partition(TEXT) for form in (question.form, template))
    spelling = question.number.spelling
    if question.kind == "row" and (cell := _NUMBER_CELL.match(head)):
        edit = _filled(document, question, cell["number"].replace(NUMBER, spelling))
    elif head.startswith(own) and tail == own_tail and NUMBER in head[len(own) :]:
        at = question.text_span.start
        edit = Edit(document.path, Span(at, at), head[len(own) :].replace(NUMBER, spelling))
    else:
        edit = None
    return Rewriting((edit,), None) if edit else None


def _filled(document: Document, question: Question, number: str) -> Edit | None:
    """The edit that writes a number into the first cell of a row, if that is empty."""
    outside, *cells = row_cells(document.source, question.span.start)
    written = any(document.source.slice(part).strip() for part in (outside, *cells[:1]))
    if len(cells) < 2 or written:
        return None
    return Edit(document.path, cells[0], f" {number} ".ljust(cells[0].end - cells[0].start))
