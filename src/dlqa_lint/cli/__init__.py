"""The command line: which command, and what becomes of its errors.

A command is a module of `cli.commands` whose name is the command's, with a docstring that says what it does,
a function `arguments(parser)` that adds its arguments and a function `run(options) -> int` that gives the
exit code. A `FAILURE` is the exit code where the command could not run, if its caller takes 2 for something else.
"""

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from types import ModuleType
from typing import NoReturn

from dlqa_lint.cli import commands
from dlqa_lint.cli.options import UsageError
from dlqa_lint.cli.output import columns, complain
from dlqa_lint.errors import CannotRunError

DEFAULT = "check"
INTERRUPTED = 130
_NARROWEST, _USUAL, _WIDEST = 40, 100, 110
"""Cells of a line of help: more are tiring to read, and fewer leave no room beside the names of the options."""
_LITERAL = "\0"
"""Marks what follows `--`; no argument can contain it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line: 0 nothing to report, 1 findings, 2 could not run."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        complain(["interrupted"])
        return INTERRUPTED
    except CannotRunError as error:
        failure = error.lines
    except OSError as error:
        message = f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error)
        failure = (message,)
    code = complain(failure)
    return getattr(_command(arguments)[1], "FAILURE", code)


def _command(arguments: Sequence[str]) -> tuple[str, ModuleType]:
    """The command that arguments begin with, or the default one."""
    named = bool(arguments) and arguments[0] in commands.names()
    name = arguments[0] if named else DEFAULT
    return name, import_module(f"{commands.__name__}.{name}")


def _run(arguments: list[str]) -> int:
    name, command = _command(arguments)
    if arguments[:1] == [name]:
        arguments = arguments[1:]
        _hint(name, arguments)
    epilog = commands.overview(_width()) if name == DEFAULT and {"-h", "--help"} & set(arguments) else None
    parser = _Parser(
        prog=f"dlqa-lint {name}",
        description=command.__doc__,
        epilog=epilog,
        formatter_class=_help,
        allow_abbrev=False,
    )
    command.arguments(parser)
    try:
        options = _parsed(parser, arguments)
    except SystemExit as stop:
        # argparse has shown the help that was asked for.
        return int(stop.code or 0)
    code: int = command.run(options)
    return code


def _hint(name: str, arguments: Sequence[str]) -> None:
    """Say what a first argument means that is a command, and may be meant as the file or folder of that name."""
    if all(argument.startswith("-") for argument in arguments) and os.path.exists(name):  # noqa: PTH110
        complain([f'"{name}" is a command; the file or folder of that name is ./{name}'])


class _Parser(ArgumentParser):
    """A parser that says in one line what is wrong, without all options before it."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        raise UsageError(f"{message.replace(_LITERAL, '')}; {self.prog} --help lists the arguments")


def _parsed(parser: ArgumentParser, arguments: list[str]) -> Namespace:
    """The options; argparse would read what follows `--` as options when they are intermixed."""
    if "--" in arguments:
        at = arguments.index("--")
        arguments = [*arguments[:at], *(_LITERAL + argument for argument in arguments[at + 1 :])]
    options = parser.parse_intermixed_args(arguments)
    for name, value in vars(options).items():
        if isinstance(value, list):
            setattr(options, name, [item.removeprefix(_LITERAL) for item in value])
        elif isinstance(value, str):
            setattr(options, name, value.removeprefix(_LITERAL))
    return options


def _help(prog: str) -> RawDescriptionHelpFormatter:
    """The help of a command; given a width, argparse imports nothing to ask for one."""
    return RawDescriptionHelpFormatter(prog, width=_width())


def _width() -> int:
    return min(max(columns() - 2, _NARROWEST), _WIDEST) if columns() else _USUAL


def _speak_utf8() -> None:
    """Print UTF-8 whatever the system's code page says; what UTF-8 cannot say is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
