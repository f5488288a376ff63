"""Running commands side by side: A B A B, so that a busy minute hits all of them alike."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
BYTECODE = Path(tempfile.gettempdir()) / "dlqa-lint-benchmark-bytecode"


class Cost(NamedTuple):
    """What a command cost: medians of wall clock and processor time in seconds, its peak memory in MB."""

    wall: float
    cpu: float
    memory: float


class Command(NamedTuple):
    """A command line, where it runs, and what is done before each of its runs."""

    line: Sequence[str]
    folder: Path = ROOT
    before: Callable[[], object] = lambda: None


def environment() -> dict[str, str]:
    """The environment of the runs: this source tree, with bytecode as an installation has it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": str(BYTECODE)}


def linter(*arguments: str | Path) -> list[str]:
    """The command line of dlqa-lint."""
    return [sys.executable, "-m", "dlqa_lint", *map(str, arguments), "--output-format", "concise"]


def once(command: Command) -> Cost:
    """The cost of one run; what it prints is thrown away."""
    command.before()
    with Path(os.devnull).open("wb") as nowhere:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.line, cwd=command.folder, env=environment(), stdout=nowhere, stderr=nowhere
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command.line[:6])} … could not run: exit code {process.returncode}")
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / scale)


def paired(commands: Mapping[str, Command], runs: int) -> dict[str, Cost]:
    """The median cost of each command; one run of each goes before, which fills the system's caches."""
    for command in commands.values():
        once(command)
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(once(command))
    return {name: Cost(*map(statistics.median, zip(*found, strict=True))) for name, found in costs.items()}
