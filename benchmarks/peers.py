"""The peers: other linters, from a virtual environment and a node folder of the benchmark's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent / ".peers"
_BIN = "Scripts" if os.name == "nt" else "bin"


class Peer(NamedTuple):
    """Another linter: its name, what runs it, and the arguments that make it check without a cache."""

    name: str
    program: Path
    arguments: tuple[str, ...]

    def line(self, *paths: str | Path) -> list[str]:
        """Its command line for some paths."""
        return [str(self.program), *self.arguments, *map(str, paths)]


def peers() -> tuple[list[Peer], list[str]]:
    """The peers that are there or can be installed, and a word on each that is missing."""
    _install_python()
    _install_node()
    wanted = [
        Peer("mdformat", FOLDER / "venv" / _BIN / "mdformat", ("--check",)),
        Peer("rumdl", FOLDER / "venv" / _BIN / "rumdl", ("check", "--no-cache")),
        Peer("markdownlint-cli2", FOLDER / "node_modules" / ".bin" / "markdownlint-cli2", ()),
    ]
    found = [peer for peer in wanted if peer.program.exists()]
    return found, [f"{peer.name} is missing and cannot be installed" for peer in wanted if peer not in found]


def _install_python() -> None:
    if not (FOLDER / "venv" / _BIN / "mdformat").exists():
        _try(sys.executable, "-m", "venv", str(FOLDER / "venv"))
        for name in ("mdformat", "rumdl"):
            _try(str(FOLDER / "venv" / _BIN / "python"), "-m", "pip", "install", "--quiet", name)


def _install_node() -> None:
    npm = shutil.which("npm")
    if npm and not (FOLDER / "node_modules").exists():
        FOLDER.mkdir(exist_ok=True)
        _try(
            npm,
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(FOLDER),
            "markdownlint-cli2",
        )


def _try(*line: str) -> None:
    subprocess.run(line, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
