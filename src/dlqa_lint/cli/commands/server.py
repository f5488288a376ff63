"""Speak with an editor: findings as you type, fixes, and the ways through a bank."""

import sys
from argparse import ArgumentParser, Namespace

from dlqa_lint.cli.options import add_settings, check_reading
from dlqa_lint.cli.output import complain
from dlqa_lint.cli.selection import rule_names
from dlqa_lint.disk.regular_files import DOCUMENT_LIMIT, MEGABYTE
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
    # What a check has options for, and an editor has not.
    parser.set_defaults(
        lints=True, paths=[], force_exclude=False, stdin_filename=None, no_cache=True, cache_dir=None, jobs=1
    )
    parser.set_defaults(baseline=None, write_baseline=False, since=None, staged=False, quiet=True)
    parser.set_defaults(max_document_size=DOCUMENT_LIMIT // MEGABYTE)


def run(options: Namespace) -> int:
    """Serve until the editor hangs up."""
    check_reading(options, rule_names())
    try:
        from dlqa_lint.server.connection import serve  # noqa: PLC0415 - only who has the extra can import it
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise CannotRunError(_MISSING) from error
    if sys.stdin is None:  # as Python has it where the caller closed it
        raise CannotRunError("standard input is closed, expected an editor there")
    if sys.stdin.isatty():
        complain([_BY_HAND])
    serve(options)
    return 0
