"""Renaming files and folders, all of them or none."""

import contextlib
import itertools
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from dlqa_lint.errors import CannotRunError


@contextlib.contextmanager
def renamed(moves: Mapping[str, str]) -> Iterator[None]:
    """Rename files and folders while something else is done, and take it back if that fails."""
    _require_room(moves)
    _rename(moves)
    try:
        yield
    except BaseException:
        _rename({new: old for old, new in moves.items()})
        raise


def _require_room(moves: Mapping[str, str]) -> None:
    for old, new in moves.items():
        if Path(old).is_symlink():
            raise CannotRunError(f"{old}: is a symbolic link; nothing was renamed")
        if new not in moves and os.path.lexists(new) and not _is_same(old, new):
            raise CannotRunError(
                f"{new}: exists already, expected a free name for {old}; nothing was renamed"
            )


def _is_same(old: str, new: str) -> bool:
    """Whether two names are of one file, as on a disk where capitals do not count."""
    return Path(new).exists() and Path(old).samefile(new)


def _rename(moves: Mapping[str, str]) -> None:
    """Rename in two steps, since a new name may be the old one of another file."""
    aside = {old: _free_beside(old) for old in moves}
    steps = [*aside.items(), *((aside[old], new) for old, new in moves.items())]
    done: list[tuple[str, str]] = []
    try:
        for old, new in steps:
            os.rename(old, new)  # noqa: PTH104 - strings, as everywhere in this module
            done.append((old, new))
    except OSError as error:
        for old, new in reversed(done):
            os.rename(new, old)  # noqa: PTH104
        raise CannotRunError(
            f"{error.filename}: cannot be renamed: {error.strerror}; nothing was renamed"
        ) from error


def _free_beside(path: str) -> str:
    """A name in the same folder that nothing has."""
    folder, name = os.path.split(path)
    tries = (os.path.join(folder, f".{name}.{number}.tmp") for number in itertools.count())  # noqa: PTH118
    return next(free for free in tries if not os.path.lexists(free))
