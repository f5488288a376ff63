"""The options that mean the same for every command that reads documents."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Collection, Iterable
from typing import NamedTuple, TypeVar

from dlqa_lint.disk.regular_files import DOCUMENT_LIMIT, MEGABYTE
from dlqa_lint.errors import CannotRunError

STDIN = "-"
"""The path that means standard input."""
_DIGITS = 9  # of a number of things
_MEGABYTES = DOCUMENT_LIMIT // MEGABYTE
"""Of the largest document that is read if nobody asks for another limit."""

Concern = TypeVar("Concern", bound=NamedTuple)


class UsageError(CannotRunError):
    """A command line that makes no sense."""


class ReadingOptions(NamedTuple):
    """Which documents are read, by which settings, with which rules in mind, and how."""

    paths: tuple[str, ...] = ()
    schema: str | None = None
    config: str | None = None
    isolated: bool = False
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] | None = None
    force_exclude: bool = False
    stdin_filename: str | None = None
    max_document_size: int = _MEGABYTES
    no_cache: bool = False
    cache_dir: str | None = None
    jobs: int = 0
    staged: bool = False
    """Read what is staged in place of what is in the files."""
    quiet: bool = False
    """Show no progress."""

    @property
    def from_stdin(self) -> bool:
        """Whether the document is the one on standard input."""
        return self.paths == (STDIN,)


def options_of(concern: type[Concern], given: Namespace) -> Concern:
    """The options of one concern, by their names; those that the command does not have are at their defaults."""
    values = {**concern._field_defaults, **vars(given)}
    return concern._make(values[name] for name in concern._fields)


def add_reading(parser: ArgumentParser) -> None:
    """Add what says which documents are read, and how."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATHS",
        help="files, folders or patterns; - reads standard input (default: the settings' include, else .)",
    )
    add_settings(parser)
    group = parser.add_argument_group("files")
    group.add_argument(
        "--force-exclude", action="store_true", help="leave out excluded files though they are named"
    )
    group.add_argument("--stdin-filename", metavar="FILE", help="the name of the document on standard input")
    group.add_argument(
        "--max-document-size",
        metavar="MB",
        type=count,
        default=_MEGABYTES,
        help=f"the largest document that is read (default: {_MEGABYTES})",
    )
    group = parser.add_argument_group("speed")
    group.add_argument("--no-cache", action="store_true", help="read and write no cache")
    group.add_argument("--cache-dir", metavar="DIR", help="the folder of the cache")
    group.add_argument(
        "--jobs", metavar="N", type=count, default=0, help="how many processes may work (0: as fits)"
    )


def add_settings(parser: ArgumentParser) -> None:
    """Add what says which settings and which rules count."""
    group = parser.add_argument_group("settings")
    group.add_argument("--schema", metavar="FILE|PRESET|auto", help="the schema of the given documents")
    group.add_argument(
        "--config", metavar="FILE", help="the settings file, in place of the nearest one upwards"
    )
    group.add_argument("--isolated", action="store_true", help="use no settings file")
    group = parser.add_argument_group("rules")
    for name, what in (
        ("select", "the rules or families that run"),
        ("ignore", "rules or families that do not run"),
        ("extend-select", "rules or families that run besides"),
    ):
        group.add_argument(
            f"--{name}", metavar="NAMES", type=_names, action="extend", help=f"{what}, separated by commas"
        )


def check_reading(options: ReadingOptions, names: Collection[str]) -> None:
    """Refuse options that contradict each other, and names of rules that do not exist."""
    if options.isolated and options.config:
        raise UsageError("--isolated and --config contradict each other")
    if STDIN in options.paths and len(options.paths) > 1:
        raise UsageError("- (standard input) cannot be read together with other paths")
    if options.stdin_filename and STDIN not in options.paths:
        raise UsageError(
            "--stdin-filename names the document on standard input, which is read with the path -"
        )
    named = {
        "--schema": options.schema, "--config": options.config, "--cache-dir": options.cache_dir,
        "--stdin-filename": options.stdin_filename,
    }  # fmt: skip
    for option, name in named.items():
        if name == "":
            raise UsageError(f"{option}: found nothing, expected a name")
    check_names(options.select or (), names, "--select")
    check_names(options.ignore or (), names, "--ignore")
    check_names(options.extend_select or (), names, "--extend-select")


def check_names(found: Iterable[str], known: Collection[str], where: str) -> None:
    """Refuse names that are not among the known ones, with the nearest one."""
    for name in found:
        if name not in known:
            from dlqa_lint.config.validate import did_you_mean, nearest_name

            hint = did_you_mean(nearest_name(name, known))
            raise UsageError(f'{where}: found "{name}", expected the name of a rule or a family{hint}')


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.removesuffix(",").split(",")]


def count(text: str) -> int:
    """A number of things, as argparse wants it read."""
    if not text.isdecimal() or len(text) > _DIGITS:
        raise ArgumentTypeError(f'found "{text}", expected a number from 0 on')
    return int(text)
