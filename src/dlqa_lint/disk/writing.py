"""Writing files: old or new content and never half, and nothing that nobody meant to change.

The only module that changes what is in documents (`renaming` changes their names). It knows bytes; what they
say is not its business.
"""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dlqa_lint.errors import CannotRunError
from dlqa_lint.text.lazy_regex import regex

_DRAFT = regex(r"\.dlqa-lint-(\d{1,10})-[0-9a-f]{8}\.tmp")
"""The name of a new file beside the one whose place it takes: short, for the longest name has no room beside it."""

_LONGEST_RUN = 86_400
"""Seconds after which no run is still about to write."""


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
        _remove_leftovers(folder)
    staged: list[_Staged] = []
    try:
        for target, change in wanted.items():
            _require_unchanged(change, target)
            with _blaming(change.path, ()):
                staged.append(_Staged(change, target, _stage(target, change.after)))
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


def _remove_leftovers(folder: Path) -> None:
    """Remove what killed runs left beside the files that they were about to write."""
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            made = _DRAFT.fullmatch(entry.name)
            if made and entry.is_file(follow_symlinks=False) and _is_left(entry, int(made[1])):
                Path(entry.path).unlink(missing_ok=True)


def _is_left(entry: os.DirEntry[str], process: int) -> bool:
    """Whether the process that made a file is gone, or must be, as another one may have its number by now."""
    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _LONGEST_RUN:
        return True
    if os.name == "nt":
        return False  # to ask for a process would end it there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        pass
    return False


def _stage(target: Path, data: bytes) -> Path | None:
    """The new file beside the target, with all that it has but its content; None where that cannot be had."""
    model = target.stat()
    if model.st_nlink > 1:
        return None  # in its place would stand a file of its own, and the other names would keep the old text
    draft = target.with_name(f".dlqa-lint-{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except PermissionError:
        return None
    try:
        try:
            _fill(handle, data)
        finally:
            os.close(handle)
        alike = _dress(draft, target, model)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    if alike:
        return draft
    draft.unlink()
    return None


def _dress(draft: Path, target: Path, model: os.stat_result) -> bool:
    """Give a new file the owner, the extended attributes and the mode of another one; False if it cannot have them."""
    own = draft.stat()
    try:
        if hasattr(os, "chown") and (own.st_uid, own.st_gid) != (model.st_uid, model.st_gid):
            os.chown(draft, model.st_uid, model.st_gid)
        for name, value in _attributes(target).items():
            os.setxattr(draft, name, value)
    except OSError:
        return False
    draft.chmod(stat.S_IMODE(model.st_mode))
    return True


def _attributes(file: Path) -> dict[str, bytes]:
    """The extended attributes of a file, but for those that the system alone gives; none where it knows none."""
    if not hasattr(os, "listxattr"):
        return {}
    try:
        names = [name for name in os.listxattr(file) if not name.startswith(("security.", "trusted."))]
        return {name: os.getxattr(file, name) for name in names}
    except OSError as error:
        if error.errno in (errno.ENOTSUP, errno.ENODATA):
            return {}
        raise


def _put(staged: Sequence[_Staged]) -> None:
    """Put new contents in their place, file by file."""
    written: list[str] = []
    for item in staged:
        _require_unchanged(item.change, item.target, written)
        with _blaming(item.change.path, written):
            if item.temporary:
                os.replace(item.temporary, item.target)  # noqa: PTH105 - the call that promises to be atomic
            else:
                _overwrite(item.target, item.change)
        written.append(item.change.path)


def _overwrite(target: Path, change: NewContent) -> None:
    """Write in place, and put the old content back if that is interrupted."""
    with target.open("r+b") as file:
        try:
            _fill(file.fileno(), change.after)
        except BaseException:
            _fill(file.fileno(), change.before)
            raise


def _fill(handle: int, data: bytes) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
    os.ftruncate(handle, len(data))
    os.fsync(handle)


@contextlib.contextmanager
def _blaming(path: str, written: Sequence[str]) -> Iterator[None]:
    """Turn what the system says into an error that names the file."""
    try:
        yield
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {error.strerror or error}; {_told(written)}") from error


def _told(written: Sequence[str]) -> str:
    return f"written before it: {', '.join(written)}" if written else "nothing was written"
