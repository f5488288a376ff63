"""The command line: which command, and what becomes of its errors.

A command is a module of `cli.commands` whose name is the command's, with a docstring that says what it does,
a function `arguments(parser)` that adds its arguments and a function `run(options) -> int` that gives the
exit code. What `run` passes on are frozen values, one for each concern (`cli.options.options_of`). A `FAILURE` is
the exit code where the command could not run, if its caller takes 2 for something else.
"""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from dlqa_lint.cli import commands
from dlqa_lint.cli.output import complain, complain_of
from dlqa_lint.cli.parsers import DEFAULT, module_of, parse
from dlqa_lint.disk.presence import is_there
from dlqa_lint.errors import CannotRunError

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line: 0 nothing to report, 1 findings, 2 could not run."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        complain(["interrupted"])
        return INTERRUPTED
    except (CannotRunError, OSError) as error:
        code = complain_of(error)
    return getattr(module_of(_command(arguments)), "FAILURE", code)


def _command(arguments: Sequence[str]) -> str:
    """The command that arguments begin with, or the default one."""
    return arguments[0] if arguments and arguments[0] in commands.names() else DEFAULT


def _run(arguments: list[str]) -> int:
    name = _command(arguments)
    named = arguments[:1] == [name]
    if named:
        arguments = arguments[1:]
        _hint(name, arguments)
    try:
        options = parse(name, arguments, named=named)
    except SystemExit as stop:
        # argparse has shown the help that was asked for.
        return int(stop.code or 0)
    code: int = module_of(name).run(options)
    return code


def _hint(name: str, arguments: Sequence[str]) -> None:
    """Say what a first argument means that is a command, and may be meant as the file or folder of that name."""
    if all(argument.startswith("-") for argument in arguments) and is_there(name):
        complain([f'"{name}" is a command; the file or folder of that name is ./{name}'])


def _speak_utf8() -> None:
    """Print UTF-8 whatever the system's code page says; what UTF-8 cannot say is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
