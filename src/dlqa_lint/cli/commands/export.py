"""Print the bank as data: its documents, questions, answers and options."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import Any

from dlqa_lint.cli.banks import read_banks
from dlqa_lint.cli.options import add_reading
from dlqa_lint.cli.output import complain, put
from dlqa_lint.model.bank import Document, Question


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    parser.add_argument("--format", choices=["json"], default="json", help="the format of the data")


def run(options: Namespace) -> int:
    """Print the documents as an array."""
    reading = read_banks(options)
    documents = [
        _document(document) for bank in reading.banks for document in bank.reported if document.is_bank
    ]
    put(json.dumps(documents, ensure_ascii=False, indent=2) + "\n")
    return complain(reading.problems)


def _document(document: Document) -> dict[str, Any]:
    return {
        "path": document.path,
        "title": document.title.plain_text if document.title else None,
        "schema": asdict(document.schema),
        "questions": [_question(document, question) for question in document.questions],
    }


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
            "markdown": answer.text,
        }
        if answer
        else None,
        "options": [{"text": option.text, "correct": option.correct} for option in question.options],
        "fields": {field.name: field.value for field in question.fields},
    }
