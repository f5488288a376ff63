"""The outline of a document: its sections, and the questions in them with their numbers and state."""

from lsprotocol.types import DocumentSymbol, SymbolKind

from dlqa_lint.model.bank import Document, Question, Section
from dlqa_lint.report.parts.question_state import number_and_words, state_of
from dlqa_lint.server.positions import Places
from dlqa_lint.server.snapshot import Snapshot
from dlqa_lint.text.source import Span


def outline(snapshot: Snapshot) -> list[DocumentSymbol]:
    """Nested sections, each with its questions; questions without a section come by themselves."""
    document, places = snapshot.document, snapshot.places
    found = [_of_question(question, places) for question in document.questions if question.section < 0]
    open_: list[tuple[Section, DocumentSymbol]] = []
    for index, section in enumerate(document.sections):
        symbol = _of_section(document, index, places)
        while open_ and open_[-1][0].body.end <= section.span.start:
            open_.pop()
        if open_:
            parent = open_[-1][1]
            parent.children = [*(parent.children or ()), symbol]
        else:
            found.append(symbol)
        open_.append((section, symbol))
    return found


def _of_section(document: Document, index: int, places: Places) -> DocumentSymbol:
    section = document.sections[index]
    questions = [question for question in document.questions if question.section == index]
    answered = sum(question.answered for question in questions)
    return DocumentSymbol(
        name=section.name.strip() or "(no title)",
        kind=SymbolKind.Namespace,
        range=places.range(_around(section.span, section.body)),
        selection_range=places.range(section.span),
        detail=f"{answered} of {len(questions)} answered" if questions else None,
        children=[_of_question(question, places) for question in questions],
    )


def _of_question(question: Question, places: Places) -> DocumentSymbol:
    return DocumentSymbol(
        name=number_and_words(question) or "(no words)",
        kind=SymbolKind.Field,
        range=places.range(_around(question.span, question.body)),
        selection_range=places.range(question.span),
        detail=state_of(question),
    )


def _around(one: Span, other: Span) -> Span:
    """The span that holds two."""
    return Span(min(one.start, other.start), max(one.end, other.end))
