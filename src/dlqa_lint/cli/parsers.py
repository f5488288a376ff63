"""The parser of each command: what it says of wrong arguments, and how its help looks."""

from argparse import Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Collection, Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from dlqa_lint.cli import commands
from dlqa_lint.cli.options import UsageError
from dlqa_lint.cli.output import columns
from dlqa_lint.disk.presence import is_there

DEFAULT = "check"
_NARROWEST, _USUAL, _WIDEST = 40, 100, 110
"""Cells of a line of help: more are tiring to read, and fewer leave no room beside the names of the options."""
_LITERAL = "\0"
"""Marks what follows `--`; no argument can contain it."""


def module_of(name: str) -> ModuleType:
    """The module of a command."""
    return import_module(f"{commands.__name__}.{name}")


def parse(name: str, arguments: Sequence[str], *, named: bool) -> Namespace:
    """The options of a command, which may have been left out as the default one; raises UsageError."""
    asks_for_help = not {"-h", "--help"}.isdisjoint(arguments)
    parser = parser_of(name, commands.overview(_width()) if name == DEFAULT and asks_for_help else None)
    if not named:
        parser.refuse_slip(next(iter(arguments), ""))
    return parser.read(arguments)


def parser_of(name: str, epilog: str | None = None) -> "CommandParser":
    """The parser of a command."""
    command = module_of(name)
    parser = CommandParser(
        prog=f"dlqa-lint {name}",
        description=command.__doc__,
        epilog=epilog,
        formatter_class=_help,
        allow_abbrev=False,
    )
    command.arguments(parser)
    return parser


class CommandParser(ArgumentParser):
    """A parser that says in one line what is wrong and what may be meant, without all options before it."""

    def read(self, arguments: Sequence[str]) -> Namespace:
        """The options; argparse would read what follows `--` as options when they are intermixed."""
        if "--" in arguments:
            at = arguments.index("--")
            arguments = [*arguments[:at], *(_LITERAL + argument for argument in arguments[at + 1 :])]
        options, unknown = self.parse_known_intermixed_args(arguments)
        if unknown:
            self._refuse(unknown)
        return Namespace(**{name: _as_given(value) for name, value in vars(options).items()})

    def refuse_slip(self, word: str) -> None:
        """Refuse a word that is no file, which it would be taken for, but nearly a command or an option."""
        if not word.isalpha() or is_there(word):
            return
        if meant := _meant(word, {*commands.names(), *self._option_string_actions}):
            raise UsageError(f"{word}: found no command, file or folder of this name{meant}")

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        raise UsageError(f"{message.replace(_LITERAL, '')}; {self.prog} --help lists the arguments")

    def _refuse(self, unknown: Sequence[str]) -> NoReturn:
        """Refuse arguments that the command does not take."""
        option = next((word.partition("=")[0] for word in unknown if word.startswith("-")), "")
        if not option:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        meant = _meant(option, self._option_string_actions)
        raise UsageError(f"{option}: found no such option{meant or f'; {self.prog} --help lists them'}")

    def _check_value(self, action: Action, value: object) -> None:
        """Refuse a value that is not among the choices of its option."""
        if action.choices is not None and value not in action.choices:
            known = [str(choice) for choice in action.choices]
            option = action.option_strings[-1] if action.option_strings else action.metavar
            expected = f"expected one of {', '.join(known)}{_meant(str(value), known)}"
            raise UsageError(f'{option}: found "{value}", {expected}')


def _as_given(value: object) -> object:
    """A value as it was given, which nobody changes any more."""
    if isinstance(value, list):
        return tuple(map(_as_given, value))
    return value.removeprefix(_LITERAL) if isinstance(value, str) else value


def _meant(word: str, known: Collection[str]) -> str:
    """The half sentence that proposes the known word that a wrong one resembles, "" for none."""
    from dlqa_lint.config.validate import did_you_mean, nearest_name  # only where something is wrong

    return did_you_mean(nearest_name(word, known))


def _help(prog: str) -> RawDescriptionHelpFormatter:
    """The help of a command; given a width, argparse imports nothing to ask for one."""
    return RawDescriptionHelpFormatter(prog, width=_width())


def _width() -> int:
    return min(max(columns() - 2, _NARROWEST), _WIDEST) if columns() else _USUAL
