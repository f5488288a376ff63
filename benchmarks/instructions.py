"""Count the instructions of three fixed runs, and compare them with those of another source tree.

    python benchmarks/instructions.py [--against DIR] [--limit PERCENT]

Instructions are the same on a busy machine and on an idle one, and from one run to the next, where times differ by
a third. With --against, a run that takes more of them than the tree in DIR, by more than the limit, makes the exit
code 1. Needs valgrind.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

import inputs
from measure import ROOT, environment, linter

LIMIT = 5.0
"""Percent; a Python that is built anew moves the counts by less than one."""
_COUNT = re.compile(r"I\s+refs:\s+([\d,]+)")
_VALGRIND = ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={os.devnull}"]


class Run(NamedTuple):
    """A run that is counted: what it is, the arguments, and what is done before it."""

    work: str
    arguments: tuple[str, ...]
    before: Callable[[Path, Mapping[str, str]], object] = lambda folder, environment: None


def _edit(folder: Path, of_tree: Mapping[str, str]) -> None:
    """Fill the cache, and change one document of the bank."""
    subprocess.run(linter("."), cwd=folder, env=of_tree, stdout=subprocess.DEVNULL, check=False)
    first = min(folder.glob("*.md"))
    first.write_text(first.read_text("utf-8") + "\nAnd so it is.\n", "utf-8")


_ALONE = ("--isolated", "--no-cache", "--jobs", "1")
RUNS = (
    Run("one document, nothing cached", ("00000.md", *_ALONE)),
    Run("twelve documents, nothing cached", (".", *_ALONE)),
    Run("one document of these edited", (".", "--jobs", "1"), _edit),
)


def _environment(folder: Path, tree: Path) -> dict[str, str]:
    """The environment of a run: a source tree, and nothing that differs from machine to machine."""
    own = {
        "HOME": str(folder.parent),
        "XDG_CACHE_HOME": str(folder.parent / "cache"),
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": str(tree / "src"),
        "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode"),
    }
    return environment() | own


def counted(tree: Path) -> Iterator[int]:
    """The instructions of each run of a source tree."""
    for run in RUNS:
        with tempfile.TemporaryDirectory() as name:
            folder = inputs.bank(Path(name) / "bank", 12 * 50, 50)
            of_tree = _environment(folder, tree)
            line = linter(*run.arguments)
            # The bytecode is there when counting begins, as in an installation.
            subprocess.run(line, cwd=folder, env=of_tree, stdout=subprocess.DEVNULL, check=False)
            run.before(folder, of_tree)
            done = subprocess.run(
                [*_VALGRIND, *line], cwd=folder, env=of_tree, capture_output=True, text=True, check=False
            )
            found = _COUNT.search(done.stderr)
            if found is None or done.returncode not in (0, 1):
                raise SystemExit(f"{run.work}: the run could not be counted\n{done.stderr}")
            yield int(found[1].replace(",", ""))


def main() -> None:
    """Print the counts, and say whether they grew."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--against", type=Path, metavar="DIR", help="the source tree to compare with")
    parser.add_argument(
        "--limit", type=float, default=LIMIT, metavar="PERCENT", help="how much more is allowed"
    )
    options = parser.parse_args()
    if shutil.which("valgrind") is None:
        raise SystemExit("valgrind is not installed; `apt-get install valgrind` brings it")
    here = list(counted(ROOT))
    there = list(counted(options.against.resolve())) if options.against else here
    grown = False
    for run, own, other in zip(RUNS, here, there, strict=True):
        change = 100 * (own / other - 1)
        grown = grown or change > options.limit
        print(
            f"{run.work}: {own / 1e6:,.0f} million instructions"
            + f", {change:+.1f} %" * bool(options.against)
        )
    if grown:
        raise SystemExit(f"more than {options.limit:g} % more than in {options.against}")


if __name__ == "__main__":
    main()
