"""Drafts: new files beside those whose place they take, so that a file is the old one or the new one and never half.

It knows bytes and names of files; which of them may be changed is for others to say.
"""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path

from dlqa_lint.text.lazy_regex import regex

_DRAFT = regex(r"\.dlqa-lint-(\d{1,10})-[0-9a-f]{8}\.tmp")
"""The name of a new file beside the one whose place it takes: short, for the longest name has no room beside it."""

_LONGEST_RUN = 86_400
"""Seconds after which no run is still about to write."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, new or in place of another one; where that fails with OSError, it is what it was."""
    target = Path(os.path.realpath(path))
    before = target.read_bytes() if target.exists() else None
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    remove_leftovers(target.parent)
    draft = stage(target, data)
    if draft is None:
        if before is None:
            target.touch()
        overwrite(target, before or b"", data)
        return
    try:
        os.replace(draft, target)  # noqa: PTH105 - the call that promises to be atomic
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write several files, new or in place of others; where one fails with OSError, all are what they were."""
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in contents.items():
            was = path.read_bytes() if path.exists() else None
            write_whole(path, data)
            before[path] = was
    except BaseException:
        for path, was in before.items():
            if was is None:
                path.unlink(missing_ok=True)
            else:
                write_whole(path, was)
        raise


def stage(target: Path, data: bytes) -> Path | None:
    """A new file beside the target, with all that it has but its content; None where that cannot be had."""
    model = target.stat() if target.exists() else None
    if model and model.st_nlink > 1:
        return None  # in its place would stand a file of its own, and the other names would keep the old text
    draft = target.with_name(f".dlqa-lint-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(draft, flags, 0o600 if model else 0o666)
    except PermissionError:
        return None
    try:
        try:
            _fill(handle, data)
        finally:
            os.close(handle)
        alike = model is None or _dress(draft, target, model)
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


def overwrite(target: Path, before: bytes, after: bytes) -> None:
    """Write in place, and put the old content back if that is interrupted."""
    with target.open("r+b") as file:
        try:
            _fill(file.fileno(), after)
        except BaseException:
            _fill(file.fileno(), before)
            raise


def _fill(handle: int, data: bytes) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
    os.ftruncate(handle, len(data))
    os.fsync(handle)


def remove_leftovers(folder: Path) -> None:
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
