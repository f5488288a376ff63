"""The commands, one a module: adding a file adds a command."""

from functools import cache
from importlib import import_module

from dlqa_lint.discovery import modules_of


@cache
def names() -> tuple[str, ...]:
    """The names of all commands."""
    return modules_of(__path__)


def overview(width: int) -> str:
    """All commands with what they do, for the help of a width."""
    from dlqa_lint.report.parts.terminal import wrapped  # only where help is asked for

    lines = ["commands (the first argument; without one, check runs):"]
    column = max(map(len, names()))
    for name in names():
        about = (import_module(f"{__name__}.{name}").__doc__ or "").partition("\n")[0]
        lines.append(f"  {name:<{column}}  {wrapped(about, width, column + 4, column + 4)}")
    return "\n".join([*lines, "", "exit codes: 0 nothing to report, 1 findings, 2 could not run"])
