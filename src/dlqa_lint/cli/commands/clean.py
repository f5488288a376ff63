"""Remove the cache."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from dlqa_lint.cli.output import say
from dlqa_lint.disk.cache import FOLDER, clean
from dlqa_lint.disk.files import shown


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--cache-dir", metavar="DIR", default=FOLDER, help="the folder of the cache")


def run(options: Namespace) -> int:
    """Remove the folder, and say so; one that is not a cache is left alone."""
    folder = Path(options.cache_dir)
    removed = clean(str(folder))
    say([f"removed {shown(folder)}" if removed else f"{shown(folder)}: no cache here"])
    return 0
