"""Find the questions of the bank that are close to a new one, before somebody writes it.

dlqa-lint similar "What is a tensor?" bank/
"""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from dlqa_lint.cli.banks import read_banks
from dlqa_lint.cli.near_questions import nearest, shown
from dlqa_lint.cli.options import ReadingOptions, UsageError, add_reading, count, options_of
from dlqa_lint.cli.output import complain, put, say
from dlqa_lint.disk.files import read
from dlqa_lint.errors import CannotRunError
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.report.parts.document import dumps
from dlqa_lint.similarity import Asked, Comparison, Scorer


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "text", nargs="?", default="", metavar="QUESTION", help="the text of the new question"
    )
    add_reading(parser)
    group = parser.add_argument_group("looking up")
    group.add_argument("--limit", metavar="N", type=count, default=5, help="how many questions (default: 5)")
    group.add_argument(
        "--pairs",
        metavar="FILE",
        help='score the pairs of a file of JSON lines: {"q1", "q2"[, "bank1", "bank2"]}, '
        'or {"bank", "text"} for a question of a named bank',
    )
    group.add_argument("--output-format", choices=["text", "json"], default="text", help="text or json")


def run(options: Namespace) -> int:
    """Print the nearest questions, or the scores of given pairs."""
    if options.pairs:
        put("".join(dumps(row, indent=None) for row in _scored(options.pairs)))
        return 0
    if not options.text.strip():
        raise UsageError(
            'similar: expected the text of a question: dlqa-lint similar "How does dropout work?" PATHS'
        )
    reading = read_banks(options_of(ReadingOptions, options))
    documents = [document for bank in reading.banks for document in bank.bank.documents if document.is_bank]
    embedder = next((bank.bank.embedder for bank in reading.banks if bank.bank.embedder), None)
    found = list(nearest(options.text, documents, options.limit, embedder))
    if options.output_format == "json":
        put(dumps([_data(*row) for row in found]))
    else:
        say(shown(options.text, found))
    return complain(reading.problems)


def _data(document: Document, question: Question, near: Comparison) -> dict[str, Any]:
    return {
        "score": round(near.score, 3),
        "level": near.level,
        "about": list(near.about),
        "only_asked": list(near.only_first),
        "only_found": list(near.only_second),
        "path": document.path,
        "line": question.line,
        "number": question.number.label if question.number else None,
        "text": question.plain_text,
    }


def _scored(file: str) -> Iterator[dict[str, Any]]:
    """One answer for each pair of a file of JSON lines, in order."""
    rows = list(_rows(file))
    questions = [
        Asked(row["bank"], position, row["text"]) for position, row in enumerate(rows) if "text" in row
    ]
    scorer = Scorer(questions)
    for position, row in enumerate(rows):
        if "text" in row:
            continue
        first = Asked(row.get("bank1", ""), 2 * position, row["q1"])
        second = Asked(row.get("bank2", ""), 2 * position + 1, row["q2"])
        near = scorer.compare(first, second)
        yield {"score": round(near.score, 4), "level": near.level, "about": list(near.about)}


def _rows(file: str) -> Iterator[dict[str, str]]:
    """The lines of a file of pairs; CannotRunError for a line that is neither a pair nor a question."""
    try:
        text = read(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotRunError(
            f"{file}: byte {error.start} is not UTF-8, expected JSON lines in UTF-8"
        ) from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise CannotRunError(
                f"{file}:{number}: found invalid JSON ({error}), expected one object a line"
            ) from error
        keys = ("bank", "text") if isinstance(row, dict) and "text" in row else ("q1", "q2")
        if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in keys):
            raise CannotRunError(f'{file}:{number}: expected {{"q1", "q2"}} or {{"bank", "text"}}')
        yield row
