"""The command reference, made from the parsers that read the arguments and print the help.

The directive `option` of Sphinx does what extensions for argparse do not, or only with a parser of another build: each
option has a link of its own, is found by search, and a guide can refer to it.
"""

import re
from argparse import SUPPRESS, ArgumentParser, HelpFormatter
from collections.abc import Iterator
from inspect import cleandoc

from generated import contents

from dlqa_lint.cli import commands
from dlqa_lint.cli.parsers import DEFAULT, module_of, parser_of

_MARKUP = re.compile(r"[\\*_\[\]<>&|]")
"""What Markdown would read as markup in a help text, except for code."""
_TRIAL = re.compile(r"(?<!`)(dlqa-lint [^`]+)$", re.MULTILINE)
"""A command to try, at the end of a line of a description."""


def pages() -> dict[str, str]:
    """A page for each command, and one that lists them all."""
    return {f"{name}.md": _page(name) for name in commands.names()} | {"index.md": _index()}


def _index() -> str:
    rows = [
        f"| [{name}]({name}.md) | {_markdown(_about(name).splitlines()[0])} |" for name in commands.names()
    ]
    parts = [
        "# Commands",
        f"The first argument names the command; without one, `{DEFAULT}` runs. A file or folder that has the name of a "
        f"command is written `./{DEFAULT}`. `dlqa-lint COMMAND --help` prints what these pages say.",
        "\n".join(["| command | what it does |", "| --- | --- |", *rows]),
    ]
    return "\n\n".join([*parts, contents(list(commands.names()))])


def _page(name: str) -> str:
    parser = parser_of(name)
    parts = [
        f"# {name}",
        _TRIAL.sub(r"`\1`", _markdown(_about(name))),
        f"```text\n{_usage(parser)}\n```",
        f"```{{program}} {parser.prog}\n```",
    ]
    return "\n\n".join([*parts, *_arguments(parser)]) + "\n"


def _about(name: str) -> str:
    return cleandoc(module_of(name).__doc__ or "")


def _usage(parser: ArgumentParser) -> str:
    """How the command is called; the options, which stand below, are one word."""
    formatter = HelpFormatter(parser.prog)
    formatter.add_usage(None, parser._get_positional_actions(), [], prefix="")
    called = formatter.format_help().strip()
    return called.replace(parser.prog, f"{parser.prog} [OPTIONS]", 1)


def _arguments(parser: ArgumentParser) -> Iterator[str]:
    """The arguments of a command, in the groups of its help."""
    formatter = HelpFormatter(parser.prog)
    for group in parser._action_groups:
        shown = [action for action in group._group_actions if action.help != SUPPRESS]
        if shown:
            yield f"## {(group.title or '').capitalize()}"
        for action in shown:
            about = (action.help or "") % {**vars(action), "prog": parser.prog}
            called = formatter._format_action_invocation(action)
            yield f"````{{option}} {called}\n\n{_markdown(about)}\n````"


def _markdown(text: str) -> str:
    """A text of the help as Markdown, which shows the same."""
    return _MARKUP.sub(r"\\\g<0>", text)
