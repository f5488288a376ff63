"""Print the bank as data: its documents, questions, answers and options."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from inspect import cleandoc
from typing import Any

from dlqa_lint.cli.banks import read_banks
from dlqa_lint.cli.options import add_reading
from dlqa_lint.cli.output import complain, put
from dlqa_lint.language import vocabulary
from dlqa_lint.language.demands import asks_for_several
from dlqa_lint.links.answer_files import answered
from dlqa_lint.model.bank import Answer, Document, Question
from dlqa_lint.report.parts.document import dumps
from dlqa_lint.text.lazy_regex import regex

_NUMERIC = regex(r"[-+−]?\d[\d.,  ]*(?:\s?[%°]|\s?[a-zA-Zµ]{1,3})?")


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    parser.add_argument("--format", choices=["json"], default="json", help="the format of the data")


def run(options: Namespace) -> int:
    """Print the documents as an array."""
    reading = read_banks(options)
    documents = [
        _document(document)
        for bank in reading.banks
        for document in answered(bank.bank.documents)
        if document.is_bank and document.path in bank.bank.reported
    ]
    put(dumps(documents))
    return complain(reading.problems)


def _document(document: Document) -> dict[str, Any]:
    return {
        "path": document.path,
        "title": document.title.plain_text if document.title else None,
        "confidence": round(document.confidence, 3),
        "schema": asdict(document.schema),
        "questions": [_question(document, question) for question in document.questions],
    }


def kind_of(question: Question) -> str:
    """The kind of a question: `single` or `multiple` choice, `true/false`, `numeric`, or `open`."""
    said = {option.text.strip(" .*_`").casefold() for option in question.options}
    if len(said) == 2 and any(said <= pair for pair in vocabulary.TRUE_AND_FALSE):
        return "true/false"
    if len(question.options) > 1:
        several = len(question.right) > 1 or asks_for_several(question.plain_text)
        return "multiple" if several else "single"
    answer = question.answer.text.strip(" .*_`$") if question.answer else ""
    return "numeric" if _NUMERIC.fullmatch(answer) else "open"


def _markdown(document: Document, answer: Answer) -> str:
    """An answer as it is written, without its marker and the indentation of an item."""
    start = answer.marker.span.end if answer.marker else answer.span.start
    return cleandoc(document.source.text[start : answer.span.end])


def _question(document: Document, question: Question) -> dict[str, Any]:
    answer = question.answer
    section = document.sections[question.section].name if question.section >= 0 else None
    return {
        "position": question.position,
        "number": question.number.label if question.number else None,
        "text": question.plain_text,
        "line": question.line,
        "section": section,
        "answered": question.answered,
        "answer": {
            "line": document.source.position(answer.span.start).line,
            "words": answer.word_count,
            "markdown": _markdown(document, answer),
            "parts": {part.name: part.text for part in answer.parts},
        }
        if answer
        else None,
        "kind": kind_of(question),
        "options": [
            {
                "label": option.label or None,
                "text": option.text,
                "correct": at in question.right if question.right else option.correct,
            }
            for at, option in enumerate(question.options)
        ],
        "fields": {field.name: field.value for field in question.fields},
    }
