"""Writing files: old or new content and never half, and nothing that nobody meant to change.

The only module that changes what is in documents (`renaming` changes their names). It knows bytes; what they
say is not its business.
"""

import contextlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dlqa_lint.disk.drafts import overwrite, remove_leftovers, stage
from dlqa_lint.errors import CannotRunError


class WriteError(CannotRunError):
    """A file that was not written; the message names it, says why, and which files were."""


@dataclass(frozen=True, slots=True)
class NewContent:
    """A file's content as it was read, and as it shall be."""

    path: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class _Staged:
    """A change about to be made: the real file, and the new one beside it (None: write in place)."""

    change: NewContent
    target: Path
    temporary: Path | None


def obstacle(path: str, linted: Collection[str]) -> str | None:
    """Why a file must not be written, or None; `linted` are the paths of all linted files.

    A symbolic link is written through only to a file that is linted itself.
    """
    file = Path(path)
    try:
        target = file.resolve(strict=True)
        mode = target.stat().st_mode
    except (OSError, RuntimeError) as error:
        return f"cannot be found: {getattr(error, 'strerror', None) or error}"
    if file.is_symlink() and target not in {
        Path(name).resolve() for name in linted if not Path(name).is_symlink()
    }:
        return f"is a symbolic link to {target}, which is not among the linted files"
    if not stat.S_ISREG(mode):
        return "is not a regular file"
    # Root may write what is marked read-only, and in a folder that can be written it could be replaced:
    # the mark counts all the same.
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
        return "is read-only"
    return None


def write(changes: Iterable[NewContent], linted: Collection[str]) -> None:
    """Write changed files; raises WriteError, before any is touched where that can be known.

    New contents are first written beside all files and flushed to the disk, then put in their place.
    """
    wanted = _by_target([change for change in changes if change.before != change.after], linted)
    for folder in {target.parent for target in wanted}:
        remove_leftovers(folder)
    staged: list[_Staged] = []
    try:
        for target, change in wanted.items():
            _require_unchanged(change, target)
            with _blaming(change.path, ()):
                staged.append(_Staged(change, target, stage(target, change.after)))
        _put(staged)
    finally:
        for item in staged:
            if item.temporary:
                item.temporary.unlink(missing_ok=True)


def _by_target(changes: Sequence[NewContent], linted: Collection[str]) -> dict[Path, NewContent]:
    """The changes by the real files that they are about; a link and its target are one, and so are two names."""
    found: dict[Path, NewContent] = {}
    targets: dict[tuple[int, int], Path] = {}
    for change in changes:
        if reason := obstacle(change.path, linted):
            raise WriteError(f"{change.path}: {reason}; nothing was written")
        target = Path(change.path).resolve()
        seen = target.stat()
        target = targets.setdefault((seen.st_dev, seen.st_ino), target)
        other = found.setdefault(target, change)
        if other.after != change.after:
            raise WriteError(
                f"{change.path}: is the file {other.path} and would get other text; nothing was written"
            )
    return found


def _require_unchanged(change: NewContent, target: Path, written: Sequence[str] = ()) -> None:
    with _blaming(change.path, written):
        now = target.read_bytes()
    if now != change.before:
        raise WriteError(f"{change.path}: changed on disk while it was being fixed; {_told(written)}")


def _put(staged: Sequence[_Staged]) -> None:
    """Put new contents in their place, file by file."""
    written: list[str] = []
    for item in staged:
        _require_unchanged(item.change, item.target, written)
        with _blaming(item.change.path, written):
            if item.temporary:
                os.replace(item.temporary, item.target)  # noqa: PTH105 - the call that promises to be atomic
            else:
                overwrite(item.target, item.change.before, item.change.after)
        written.append(item.change.path)


@contextlib.contextmanager
def _blaming(path: str, written: Sequence[str]) -> Iterator[None]:
    """Turn what the system says into an error that names the file."""
    try:
        yield
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {error.strerror or error}; {_told(written)}") from error


def _told(written: Sequence[str]) -> str:
    return f"written before it: {', '.join(written)}" if written else "nothing was written"
