"""Reading files that strangers may have sent: regular ones only, and no more of them than fits."""

import os
import stat
from pathlib import Path

from dlqa_lint.errors import CannotRunError

MEGABYTE = 1_000_000
SETTINGS_LIMIT = 10 * MEGABYTE
"""The most bytes that a settings file, a schema or a baseline may have."""
DOCUMENT_LIMIT = 50 * MEGABYTE
"""The most bytes that a document may have, unless an option allows more."""
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class FileError(CannotRunError):
    """A path that cannot be linted; the message names it and says why."""


def read_regular(path: str | Path, name: str, limit: int, hint: str = "") -> bytes:
    """The bytes of a regular file; FileError, under a name that users know, for what is none or too large.

    FileNotFoundError goes through. A pipe or a device is never opened: to open one may wait or do something.
    """
    try:
        _require_regular(_kind_of(path), name)
        # Between the question and the opening the path may have come to lead elsewhere.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            _require_regular(os.fstat(file.fileno()).st_mode, name)
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        raise FileError(f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return within(data, name, limit, hint)


def within(data: bytes, name: str, limit: int, hint: str = "") -> bytes:
    """The bytes, of which there are at most so many; raises FileError for more."""
    if len(data) > limit:
        raise FileError(f"{name}: found more than {limit / MEGABYTE:g} MB, expected at most so many{hint}")
    return data


def _kind_of(path: str | Path) -> int:
    return os.stat(path).st_mode  # noqa: PTH116 - the path may be a string


def _require_regular(mode: int, name: str) -> None:
    if not stat.S_ISREG(mode):
        kind = next((kind for is_kind, kind in _KINDS if is_kind(mode)), "something else")
        raise FileError(f"{name}: found {kind}, expected a regular file")
