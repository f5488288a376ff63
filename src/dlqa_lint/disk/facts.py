"""Facts about files and folders by which a run knows whether they are what they were."""

from __future__ import annotations

import os
import stat
import time

from dlqa_lint.disk.cache import FOLDER, digest

# Type checkers take this name for true; importing it from typing would cost more than an unchanged run.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_PROBED = (".dlqa-lint.toml", "dlqa-lint.toml", "pyproject.toml", ".gitignore", ".git")
# A file that changed within a tick of the clock may change again without its time showing it.
_TICK = 20_000_000


def content(path: str) -> bytes | None:
    """The digest of a file; None where it cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs more than the rest of an unchanged run
            return digest(file.read())
    except OSError:
        return None


def fact(name: str) -> Any:
    """A fact by name: what a folder holds (`name/`), what is there (`name?`), or that and where it leads."""
    if name.endswith("?"):
        return _kind(name[:-1])
    if not name.endswith("/"):
        return os.path.realpath(name), _kind(name)
    try:
        with os.scandir(name) as found:
            entries = sorted(
                (entry.name, entry.is_symlink(), entry.is_dir(), entry.is_file()) for entry in found
            )
    except OSError:
        return None
    return [
        (*entry, os.path.realpath(name + entry[0]) if entry[1] else "")
        for entry in entries
        if entry[0] != FOLDER
    ]


def probes_of(paths: Iterable[str]) -> list[str]:
    """The names of the facts that a run asks for without opening anything, in the folders above its paths."""
    around = {above for path in paths for above in _above(path)}
    return [f"{folder}/{name}?" for folder in sorted(around) for name in _PROBED]


def stamp(path: str) -> tuple[int, ...] | None:
    """Which state of a file this is, without reading it, and in the end whether it has settled; None for no file."""
    try:
        seen = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    age = time.time_ns() - max(seen.st_mtime_ns, seen.st_ctime_ns)
    return seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, int(age > _TICK)


def is_fresh(stamped: tuple[int, ...] | None) -> bool:
    """Whether a state was so new that the next one may bear the same stamp."""
    return stamped is not None and not stamped[-1]


def _kind(path: str) -> int:
    """What is at a path: 0 for nothing, -1 for a link that leads nowhere."""
    try:
        found = os.lstat(path).st_mode
    except OSError:
        return 0  # as nearly everywhere
    try:
        return stat.S_IFMT(os.stat(path).st_mode if stat.S_ISLNK(found) else found)  # noqa: PTH116
    except OSError:
        return -1


def _above(path: str) -> list[str]:
    """A path and all folders above it, without the slash at their ends."""
    found = [path]
    while (parent := os.path.dirname(path)) != path:  # noqa: PTH120
        path = parent
        found.append(path.rstrip("/\\"))
    return found
