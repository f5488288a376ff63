"""Writes the completions of shells and the manual pages, from the arguments that the commands take.

`make share` runs it before distributions are built; who runs the linter needs none of this.
"""

import sys
from argparse import SUPPRESS, Action, ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import shtab
from argparse_manpage.manpage import Manpage

from dlqa_lint import __version__
from dlqa_lint.cli import commands
from dlqa_lint.cli.parsers import DEFAULT, module_of, parser_of
from dlqa_lint.cli.selection import rule_names
from dlqa_lint.config.schema_files import preset_names
from dlqa_lint.report import formats
from dlqa_lint.report.parts.pages import SITE
from dlqa_lint.rules import families

NAME = "dlqa-lint"
COMPLETIONS = {
    "bash": f"bash-completion/completions/{NAME}",
    "zsh": f"zsh/site-functions/_{NAME}",
    "fish": f"fish/vendor_completions.d/{NAME}.fish",
}
"""Where shells look for the completions of a command, below the folder `share` of an installation."""
WORDS: Mapping[str, Sequence[str]] = {
    "NAMES": sorted(rule_names()),
    "FILE|PRESET|auto": [*preset_names(), "auto"],
    "NAME|FILE": preset_names(),
    "FORMAT[=FILE]": formats(),
}
"""The words that may stand for a value, by what the help calls it."""
FILES = frozenset(("PATHS", "PATH", "FILE", "FILE|PRESET|auto", "NAME|FILE"))
"""What the help calls values that may be the names of files."""
FOLDERS = frozenset(("DIR",))


ZSH_PATHS = f"""\
# A first word is a command or a path; what follows a path is what follows `check`.
functions -c _shtab_dlqa_lint _dlqa_lint_by_command
_shtab_dlqa_lint() {{
  local -a commands=({" ".join(commands.names())})
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _alternative 'commands:command:_shtab_dlqa_lint_commands' 'files:file:_files'
  elif (( $commands[(Ie)$words[2]] )); then
    _dlqa_lint_by_command "$@"
  else
    _arguments -C -s $_shtab_dlqa_lint_check_options
  fi
}}"""
"""What shtab does not know in zsh: that a command may be left out."""


def main(folder: Path) -> None:
    """Write everything below a folder that stands for the folder `share` of an installation."""
    texts = {place: completion(shell) for shell, place in COMPLETIONS.items()}
    for place, text in (texts | dict(manual())).items():
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def completion(shell: str) -> str:
    """What completes the command in a shell."""
    parser = ArgumentParser(NAME)
    module_of(DEFAULT).arguments(parser)
    # A first word is a command or a path; fish offers the commands besides.
    _offer(parser, shell, {"PATHS": commands.names()} if shell == "bash" else {})
    if shell == "zsh":
        for action in parser._get_positional_actions():
            action.help = SUPPRESS
    kinds = parser.add_subparsers()
    for name in commands.names():
        about = _first_line(module_of(name).__doc__)
        command = kinds.add_parser(name, help=about, description=about)
        module_of(name).arguments(command)
        _offer(command, shell, {"NAME": sorted(families())} if name == "rule" else {})
    text = shtab.complete(parser, shell, preamble={"zsh": ZSH_PATHS})
    # For arguments of any number, shtab writes what zsh reads as one that may be left out.
    return text.replace('"(*)::', '"*:') if shell == "zsh" else text


def _offer(parser: ArgumentParser, shell: str, besides: Mapping[str, Sequence[str]]) -> None:
    """Say what may stand for the values of arguments."""
    words = WORDS | besides
    for action in parser._actions:
        kind = action.metavar
        if not isinstance(kind, str):
            continue
        if kind in words and kind in FILES:
            _offer_both(action, shell, words[kind])
        elif kind in words:
            action.choices = words[kind]
        elif kind in FILES | FOLDERS:
            action.complete = shtab.DIRECTORY if kind in FOLDERS else shtab.FILE


def _offer_both(action: Action, shell: str, words: Sequence[str]) -> None:
    """Offer words and files, for which shtab has a way in bash alone."""
    listed = " ".join(words)
    if shell == "bash":
        action.choices = [*words, shtab.Choice("file")]
    elif shell == "zsh":
        function = f"_dlqa_lint_{action.dest}"
        preamble = f"{function}() {{ _alternative 'names:name:({listed})' 'files:file:_files' }}"
        action.complete = {"zsh": function, "preamble": {"zsh": preamble}}
    else:
        files = shtab.CHOICE_FUNCTIONS["file"][shell]
        action.complete = {shell: f"{listed} {files}"}


def manual() -> Iterator[tuple[str, str]]:
    """The manual pages by their places: one of the whole, one of each command."""
    for name in commands.names():
        is_whole = name == DEFAULT
        called = NAME if is_whole else f"{NAME}-{name}"
        about = "lint and fix Markdown question banks" if is_whole else _as_name(module_of(name).__doc__)
        facts = {
            "project_name": NAME,
            "version": __version__,
            "description": about,
            "manual_title": "User Commands",
        }
        page = Manpage(parser_of(name), facts)
        page.prog = called
        if is_whole:
            page.synopsis = [NAME, "[COMMAND]", "[OPTIONS]", "[PATHS ...]"]
            for heading, content in _sections():
                page.add_section(heading, "=", content)
        else:
            page.add_section("see also", "=", f".BR {NAME} (1)")
        yield f"man/man1/{called}.1", str(page)


def _sections() -> Iterator[tuple[str, str]]:
    """What the page of the whole says besides."""
    others = [name for name in commands.names() if name != DEFAULT]
    yield (
        "commands",
        "\n".join(f".TP\n.BR {NAME}-{name} (1)\n{_first_line(module_of(name).__doc__)}" for name in others),
    )
    yield "exit status", ".TP\n0\nnothing to report\n.TP\n1\nfindings\n.TP\n2\ncould not run"
    yield (
        "see also",
        f"The documentation is at <{SITE}>; \\fBdlqa-lint rule\\fR prints the page of each rule.",
    )


def _as_name(text: str | None) -> str:
    """A first line as manual pages begin with it."""
    line = _first_line(text)
    return line[:1].lower() + line[1:].removesuffix(".")


def _first_line(text: str | None) -> str:
    return (text or "").partition("\n")[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
