"""Print the bank as data: its documents, questions, answers and options; or write it for another program."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from dlqa_lint.cli.banks import read_banks
from dlqa_lint.cli.made_files import deliver, question_documents, require_another_file
from dlqa_lint.cli.options import ReadingOptions, UsageError, add_reading, options_of
from dlqa_lint.cli.output import complain, say
from dlqa_lint.disk.named_files import write_named
from dlqa_lint.errors import CannotRunError
from dlqa_lint.exports import Export, exported, formats
from dlqa_lint.exports.parts.item import Item, items_of

_EXTRAS = {"genanki": "anki"}
"""The extras that formats need, by the modules that come with them."""


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    group = parser.add_argument_group("the export")
    group.add_argument("--format", choices=formats(), default="json", help="the format (default: json)")
    group.add_argument("-o", "--output", metavar="FILE", help="the file to write (default: standard output)")


def run(options: Namespace) -> int:
    """Write the questions, and name those that the format cannot hold."""
    reading = read_banks(options_of(ReadingOptions, options))
    documents = question_documents(reading)
    require_another_file(options.output, documents, "exported")
    export = _exported(options.format, items_of(documents))
    say((f"dlqa-lint: {line}" for line in _named(options.format, export)), sys.stderr)
    if export.left and not export.taken:
        raise CannotRunError(f"{options.format}: none of the questions can be exported; nothing was written")
    _write(options.output, options.format, export.data)
    return complain(reading.problems)


def _exported(name: str, items: tuple[Item, ...]) -> Export:
    try:
        return exported(name, items)
    except ModuleNotFoundError as error:
        extra = _EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        raise CannotRunError(
            f'the format "{name}" needs the extra "{extra}", which is not installed; '
            f'pip install "dlqa-lint[{extra}]" installs it'
        ) from error


def _named(name: str, export: Export) -> Iterator[str]:
    for item, reason in export.left:
        question = item.question
        number = f"question {item.number} " if item.number else ""
        yield f'{item.document.path}:{question.line}: {number}"{question.plain_text}" is not exported: {reason}'
    if export.left:
        count = len(export.left)
        yield f"{name} holds {export.taken} of the {export.taken + count} questions; the others are named above"


def _write(output: str | None, name: str, data: str | bytes) -> None:
    if isinstance(data, str):
        deliver(output, data)
    elif output:
        write_named(output, data)
    else:
        raise UsageError(f"{name} is not text, expected -o FILE to write it to")
