"""Speak with an editor: findings as you type, fixes, and the ways through a bank."""

import sys
from argparse import ArgumentParser, Namespace

from dlqa_lint.cli.options import ReadingOptions, add_settings, check_reading, options_of
from dlqa_lint.cli.output import complain
from dlqa_lint.cli.selection import rule_names
from dlqa_lint.errors import CannotRunError

_MISSING = (
    'the server needs the extra "lsp", which is not installed; pip install "dlqa-lint[lsp]" installs it'
)

_BY_HAND = "waiting for an editor, which starts this command and speaks with it over standard input"


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_settings(parser)
    parser.add_argument(
        "--stdio", action="store_true", help="speak over standard input and output, as it does anyway"
    )


def reading_options(given: Namespace) -> ReadingOptions:
    """How the server reads: what is known it keeps itself, and nobody looks at its terminal."""
    return options_of(ReadingOptions, given)._replace(no_cache=True, jobs=1, quiet=True)


def run(options: Namespace) -> int:
    """Serve until the editor hangs up."""
    reading = reading_options(options)
    check_reading(reading, rule_names())
    try:
        from dlqa_lint.server.connection import serve  # only who has the extra can import it
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise CannotRunError(_MISSING) from error
    if sys.stdin is None:  # as Python has it where the caller closed it
        raise CannotRunError("standard input is closed, expected an editor there")
    if sys.stdin.isatty():
        complain([_BY_HAND])
    serve(reading)
    return 0
