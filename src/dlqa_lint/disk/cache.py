"""The memory between runs: a folder of entries that are believed only if this user's dlqa-lint wrote them.

An entry is a file: a tag, then the payload. The tag is keyed with a secret of the user, so that a folder that
comes along with somebody else's files (checked in by accident or on purpose) says nothing, and a damaged or
half-written entry does not count. It also covers the entry's name and the program, so that neither a renamed
entry nor one of another version counts. Whatever goes wrong on disk, there is no memory, and never an error.
"""

from __future__ import annotations

import os
import stat
import sys
from functools import cache

# Type checkers take this name for true; importing it from typing would cost more than an unchanged run.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FOLDER = ".dlqa_lint_cache"
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
_TAG = 32
_MARKS = {
    ".gitignore": "# dlqa-lint keeps what it may forget here.\n*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This folder is a cache of dlqa-lint; `dlqa-lint clean` removes it.\n",
}
_LIBRARIES = ("markdown_it_py-", "mdurl-", "pydantic-", "pydantic_core-", "pystemmer-", "snowballstemmer-")


def digest(*parts: bytes) -> bytes:
    """A key that different parts never share."""
    from hashlib import blake2b  # a run without memory needs it not

    state = blake2b(digest_size=_TAG)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.digest()


@cache
def program() -> bytes:
    """What findings depend on besides the linted files: the code, its libraries and Python itself."""
    return digest(sys.version.encode(), _code(), *sorted(_library_versions()))


def _code() -> bytes:
    """The digest of the linter's own files, which are read again only where one was written since the last time."""
    home = _home()
    package = os.fsencode(_PACKAGE)
    stamp = digest(package, *_own_stamps())
    path = f"{home}/code-{digest(package).hex()[:16]}"
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs more than all of this
            known = file.read()
        if len(known) == 2 * _TAG and known.startswith(stamp):
            return known[_TAG:]
    except OSError:
        pass
    made = digest(*_own_files())
    if home:
        try:  # noqa: SIM105 - contextlib is not imported yet, and costs as much as reading the file above
            _replace(path, stamp + made)
        except OSError:
            pass
    return made


def _own_paths() -> Iterator[str]:
    for folder, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (f"{folder}/{name}" for name in sorted(names))


def _own_stamps() -> Iterator[bytes]:
    """What shows for each of the linter's own files that it was written or replaced."""
    for path in _own_paths():
        seen = os.stat(path)  # noqa: PTH116
        yield f"{path} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns}".encode(
            "utf-8", "surrogateescape"
        )


def _own_files() -> Iterator[bytes]:
    for path in _own_paths():
        yield os.path.basename(path).encode()  # noqa: PTH119
        with open(path, "rb") as file:  # noqa: PTH123
            yield file.read()


def _library_versions() -> Iterator[bytes]:
    """The folders of installed metadata, whose names hold the versions."""
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208
        except OSError:
            continue
        yield from (name.encode() for name in names if name.startswith(_LIBRARIES))


class Store:
    """The entries of one folder; without a folder, or without the user's secret, it is empty and stays so."""

    def __init__(self, folder: str | None) -> None:
        self.folder = folder
        self._secret = _user_secret() if folder else None
        self._program = program() if self._secret else b""

    @property
    def open(self) -> bool:
        """Whether anything can be kept at all."""
        return bool(self._secret)

    def get(self, name: str) -> bytes | None:
        """The payload of an entry; None if there is none that can be believed."""
        if not self._secret or not self.folder:
            return None
        path = f"{self.folder}/{name}"
        try:
            # What is not a file of its own may never end, or lead out of the folder.
            if not stat.S_ISREG(os.lstat(path).st_mode):
                return None
            with open(path, "rb") as file:  # noqa: PTH123
                data = file.read()
        except OSError:
            return None
        payload = data[_TAG:]
        # How long it takes to compare tags of tags tells nothing of the tags; `hmac` would take long to import.
        given, right = (self._tag(name, tag) for tag in (data[:_TAG], self._tag(name, payload)))
        return payload if given == right else None

    def put(self, name: str, payload: bytes) -> None:
        """Keep an entry; who reads meanwhile sees the older one of its name or this one, never a half."""
        if not self._secret or not self.folder:
            return
        try:
            self._prepare(self.folder)
            _replace(f"{self.folder}/{name}", self._tag(name, payload) + payload)
        except OSError:
            pass

    def _tag(self, name: str, payload: bytes) -> bytes:
        from hashlib import blake2b

        return blake2b(
            digest(self._program, name.encode(), payload), key=self._secret or b"", digest_size=_TAG
        ).digest()

    def _prepare(self, folder: str) -> None:
        """Make the folder, with the marks that keep it out of repositories and backups."""
        if os.path.isdir(folder):  # noqa: PTH112
            return
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        for name, text in _MARKS.items():
            with open(f"{folder}/{name}", "x", encoding="utf-8") as file:  # noqa: PTH123
                file.write(text)


def folder_of(argv: Sequence[str]) -> str | None:
    """The folder of the cache that a command line asks for, None for no cache."""
    if "--no-cache" in argv:
        return None
    folder = FOLDER
    for before, argument in zip(["", *argv], argv, strict=False):
        if before == "--cache-dir":
            folder = argument
        elif argument.startswith("--cache-dir="):
            folder = argument.partition("=")[2]
    return os.path.abspath(folder) if folder else None  # noqa: PTH100


def clean(folder: str) -> bool:
    """Remove a cache folder; False where there is none. A folder without the cache's mark is left alone."""
    if not os.path.isfile(f"{folder}/CACHEDIR.TAG"):  # noqa: PTH113
        return False
    names = os.listdir(folder)  # noqa: PTH208
    _remove(f"{folder}/{name}" for name in names if name != "CACHEDIR.TAG")
    # The mark goes last, so that a removal that was cut short can be taken up again.
    _remove([f"{folder}/CACHEDIR.TAG"])
    try:
        os.rmdir(folder)  # noqa: PTH106
    except OSError:
        return not os.path.isdir(folder)  # noqa: PTH112
    return True


def _home() -> str:
    """The folder of the linter in the user's cache folder, "" for none."""
    base = (
        os.environ.get("LOCALAPPDATA")
        or os.environ.get("XDG_CACHE_HOME")
        or f"{os.path.expanduser('~')}/.cache"  # noqa: PTH111
    )
    # Without a home this is a path from the current folder, and what lies there a stranger may have sent.
    return f"{base}/dlqa-lint" if os.path.isabs(base) else ""  # noqa: PTH117


def _user_secret() -> bytes | None:
    """Bytes that only this user's runs know, made at the first need; None where they cannot be kept."""
    home = _home()
    if not home:
        return None
    path = f"{home}/key"
    for _ in range(2):
        try:
            with open(path, "rb") as file:  # noqa: PTH123
                secret = file.read()
            if len(secret) == _TAG:
                return secret
            os.unlink(path)  # noqa: PTH108 - cut short by a full disk
        except FileNotFoundError:
            pass
        except OSError:
            return None
        _make_secret(path)
    return None


def _make_secret(path: str) -> None:
    draft = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123
            file.write(os.urandom(_TAG))
        # Of several first runs at a time one makes the secret, and all of them read that one.
        os.link(draft, path)
    except OSError:
        pass
    _remove([draft])


def _replace(path: str, data: bytes) -> None:
    """Write a file; who reads it meanwhile sees the older one or this one, never a half."""
    draft = f"{path}.{os.getpid()}.tmp"
    # A draft that is there is of a dead run, or a stranger's link to what must not be written.
    _remove([draft])
    try:
        with open(draft, "xb") as file:  # noqa: PTH123
            file.write(data)
        os.replace(draft, path)  # noqa: PTH105
    except OSError:
        _remove([draft])
        raise


def _remove(paths: Iterable[str]) -> None:
    for path in paths:
        try:
            os.unlink(path)  # noqa: PTH108
        except OSError:
            continue
