"""Repositories: which one a file belongs to, told from folders alone; git is not asked."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_POINTER = b"gitdir:"
_LONGEST_POINTER = 8192


class Belonging(NamedTuple):
    """Files by the root of the repository that is asked about them, with their names there.

    `nested` are the roots of repositories that lie below the one in which the run began. They are not asked,
    as whoever sent them may have written their settings; their files count as the outer one sees them.
    """

    files: dict[Path, dict[str, str]]
    nested: tuple[Path, ...] = ()
    strays: tuple[str, ...] = ()
    """The files that belong to no repository at all."""


def belonging(paths: Iterable[str]) -> Belonging:
    """The repositories of files; a submodule that git itself set up is one of its own."""
    home = root_of(Path(os.path.realpath(Path.cwd())))
    files: dict[Path, dict[str, str]] = {}
    strays: list[str] = []
    roots: dict[Path, Path | None] = {}
    nested: dict[Path, None] = {}
    for path in paths:
        real = Path(os.path.realpath(path))
        if real.parent not in roots:
            near = root_of(real.parent)
            roots[real.parent] = _asked(near, home)
            if near and near != roots[real.parent]:
                nested[near] = None
        root = roots[real.parent]
        if root is None:
            strays.append(path)
        else:
            files.setdefault(root, {})[path] = real.relative_to(root).as_posix()
    return Belonging(files, tuple(nested), tuple(strays))


def root_of(folder: Path) -> Path | None:
    """The root of the repository that a folder belongs to."""
    return next((above for above in (folder, *folder.parents) if os.path.lexists(above / ".git")), None)


def _asked(root: Path | None, home: Path | None) -> Path | None:
    """The repository to ask about what lies in one: itself, or the one in which the run began."""
    if root is None or home is None or home not in root.parents:
        return root
    above = root_of(root.parent)
    trusted = above is not None and _asked(above, home) == above and _is_submodule(root, above)
    return root if trusted else home


def _is_submodule(root: Path, above: Path) -> bool:
    """Whether a repository keeps its settings inside the git folder of the one above, where git put them."""
    inner, outer = _git_folder(root), _git_folder(above)
    return inner is not None and outer is not None and outer / "modules" in inner.parents


def _git_folder(root: Path) -> Path | None:
    """The folder in which a repository keeps its settings, which a file `.git` may name."""
    entry = root / ".git"
    if entry.is_dir():
        return Path(os.path.realpath(entry))
    if not entry.is_file():
        return None
    try:
        with entry.open("rb") as file:
            said = file.read(_LONGEST_POINTER)
        if not said.startswith(_POINTER):
            return None
        return Path(os.path.realpath(root / os.fsdecode(said.removeprefix(_POINTER).strip())))
    except (OSError, ValueError):  # a path that holds a zero byte is none
        return None
