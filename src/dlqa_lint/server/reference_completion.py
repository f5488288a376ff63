"""Completion of `see question …`: the questions of the document, by their numbers."""

from lsprotocol.types import CompletionItem, CompletionItemKind, CompletionItemLabelDetails, TextEdit

from dlqa_lint.links.references import awaits_number
from dlqa_lint.report.parts.question_state import state_of
from dlqa_lint.server.snapshot import Snapshot
from dlqa_lint.text.source import Span

_NUMBER = "0123456789."


def numbers(snapshot: Snapshot, offset: int) -> list[CompletionItem]:
    """The numbers that fit at a place; none where no number is expected."""
    document = snapshot.document
    line = document.source.line_span(document.source.line_index(offset))
    before = document.source.text[line.start : offset]
    words = before.rstrip(_NUMBER)
    if not document.is_bank or not awaits_number(words):
        return []
    span = snapshot.places.range(Span(line.start + len(words), offset))
    asking = snapshot.question(offset)
    return [
        CompletionItem(
            label=question.number.label,
            label_details=CompletionItemLabelDetails(description=question.plain_text),
            kind=CompletionItemKind.Reference,
            detail=question.plain_text,
            documentation=state_of(question),
            sort_text=f"{question.position:06}",
            text_edit=TextEdit(span, question.number.label),
        )
        for question in document.questions
        if question.number and question != asking
    ]
