"""What a start costs, by import: each module's own time, the least of several starts."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from measure import environment

_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")


def imports(line: Sequence[str], folder: Path, runs: int = 10) -> dict[str, float]:
    """Milliseconds by package; those of this project module by module."""
    least: dict[str, int] = {}
    for _ in range(runs):
        command = [sys.executable, "-X", "importtime", *line[1:]]
        said = subprocess.run(
            command, cwd=folder, env=environment(), capture_output=True, text=True, check=False
        ).stderr
        for microseconds, module in _LINE.findall(said):
            least[module] = min(least.get(module, int(microseconds)), int(microseconds))
    grouped: dict[str, float] = {}
    for module, microseconds in least.items():
        parts = module.split(".")
        name = ".".join(parts[:2]) if parts[0] == "dlqa_lint" else parts[0]
        grouped[name] = grouped.get(name, 0) + microseconds / 1000
    return dict(sorted(grouped.items(), key=lambda item: -item[1]))
