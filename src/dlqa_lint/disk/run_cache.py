"""A whole run from memory: what it printed is printed again if everything that it looked at is unchanged.

What a run looks at is not declared but watched, through Python's audit events: every file that is opened,
every folder that is listed. So nothing that a later part of the program reads can be forgotten here. Not
watched are mere questions whether something exists; they are asked of the given paths and, in all folders
above what was read, of the few names in `_PROBED`. A run that writes anything, starts another program, reads
standard input or cannot run is not remembered.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import time
from io import BufferedIOBase, TextIOWrapper

from dlqa_lint.disk.cache import FOLDER, Store, digest, folder_of

# Type checkers take this name for true; importing it from typing would cost more than an unchanged run.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TextIO

    Record = tuple[bytes, dict[str, Any], dict[str, Any], list[tuple[int, bytes]], int]
    # The key of a run, the contents of its files, other facts, what it printed, and its exit code.

ENVIRONMENT = (
    "NO_COLOR",
    "TERM",
    "CI",
    "GITHUB_ACTIONS",
    "GITLAB_CI",
    "TF_BUILD",
    "TEAMCITY_VERSION",
    "GITHUB_STEP_SUMMARY",
    "COLUMNS",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "FORCE_HYPERLINK",
    "TERM_PROGRAM",
    "VTE_VERSION",
    "WT_SESSION",
    "KONSOLE_VERSION",
    "DOMTERM",
)
"""The environment variables that what is printed may depend on."""
_PROBED = (".dlqa-lint.toml", "dlqa-lint.toml", "pyproject.toml", ".gitignore", ".git")
_SLOTS = 256
# A file that changed within a tick of the clock may change again without its time showing it.
_TICK = 20_000_000
_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib costs more than all of this
_DISCOVERY = os.path.join(_PACKAGE, "discovery.py")  # noqa: PTH118
_READING = frozenset(("open", "os.listdir", "os.scandir"))
_CHANGING = ("os.", "shutil.", "subprocess.", "socket.", "tempfile.")
_HARMLESS = frozenset(("os.fork", "os.putenv", "os.unsetenv", "os.add_dll_directory", "os.walk", "os.fwalk"))


def remembered(argv: Sequence[str], run: Callable[[], int]) -> int:
    """The exit code of a run, which is made only if memory cannot answer for it."""
    # To clean is to write, also where there was nothing to remove; a server answers who is not here; and a report
    # bears the date of the day.
    folder = None if "-" in argv or argv[:1] in (["clean"], ["server"], ["report"]) else folder_of(argv)
    store = Store(folder)
    key = _key(argv) if folder else None
    if key is None:
        return run()
    slot = f"run-{int.from_bytes(key[:8], 'big') % _SLOTS:02x}"
    record = _load(store.get(slot))
    if record and record[0] == key and _unchanged(record):
        return _say_again(record)
    watch = _Watch(store.folder or "")
    code = watch.over(run)
    if code < 2 and not watch.spoiled and (seen := watch.seen(argv)):
        store.put(slot, marshal.dumps((key, *seen, watch.said, code)))
    return code


def _key(argv: Sequence[str]) -> bytes | None:
    """What the run was asked, and how its output is shown."""
    try:
        current = os.getcwd()  # noqa: PTH109
    except OSError:
        return None
    names = (f"{name}={os.environ.get(name)}" for name in ENVIRONMENT)
    shown = [_leads(stream) for stream in (sys.stdout, sys.stderr)]
    return digest(*(part.encode("utf-8", "surrogateescape") for part in (current, *shown, *names, *argv)))


def _leads(stream: TextIO | None) -> str:
    """Where a stream leads, as far as what is printed depends on it."""
    if stream is None:
        return ""
    try:
        if stream.isatty():
            return f"terminal {os.get_terminal_size(stream.fileno()).columns}"
        return f"file {stat.S_ISREG(os.fstat(stream.fileno()).st_mode)}"
    except (OSError, ValueError):
        return str(stream.isatty())


def _load(payload: bytes | None) -> Record | None:
    try:
        return marshal.loads(payload) if payload else None
    except (ValueError, EOFError, TypeError):
        return None


def _unchanged(record: Record) -> bool:
    _, contents, facts, _, _ = record
    return all(_fact(name) == fact for name, fact in facts.items()) and all(
        _content(path) == content for path, content in contents.items()
    )


def _say_again(record: Record) -> int:
    try:
        for number, data in record[3]:
            buffer = (sys.stdout if number == 1 else sys.stderr).buffer
            buffer.write(data)
            buffer.flush()
    except OSError as error:
        # As in a run that is made: the reader has gone, and Python must not try to write the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise
    return record[4]


def _content(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs more than the rest of an unchanged run
            return digest(file.read())
    except OSError:
        return None


def _fact(name: str) -> Any:
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


class _Copy(BufferedIOBase):
    """A stream that keeps what passes through it."""

    def __init__(self, number: int, inner: Any, said: list[tuple[int, bytes]]) -> None:
        self._number, self._inner, self._said = number, inner, said

    def write(self, data: Any, /) -> int:
        self._said.append((self._number, bytes(data)))
        written: int = self._inner.write(data)
        return written

    def writable(self) -> bool:
        return True

    def flush(self) -> None:
        self._inner.flush()

    def isatty(self) -> bool:
        return bool(self._inner.isatty())

    def fileno(self) -> int:
        return int(self._inner.fileno())


class _Watch:
    """What one run looked at and printed, and whether it did anything that forbids remembering it."""

    def __init__(self, own: str) -> None:
        self.said: list[tuple[int, bytes]] = []
        self.spoiled = False
        self._own = own
        self._on = False
        self._files: dict[str, Any] = {}
        self._folders: dict[str, Any] = {}

    def over(self, run: Callable[[], int]) -> int:
        """The exit code of a run that is made under watch."""
        streams = sys.stdout, sys.stderr
        sys.addaudithook(self._hear)
        self._on = True
        try:
            sys.stdout, sys.stderr = (
                self._copied(number, stream) for number, stream in enumerate(streams, 1)
            )
            return run()
        finally:
            self._on = False
            copies = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = streams
            for copy in copies:
                copy.flush()

    def _copied(self, number: int, stream: Any) -> Any:
        if not isinstance(stream, TextIOWrapper):
            self.spoiled = True
            return stream
        stream.flush()
        copy = _Copy(number, stream.buffer, self.said)
        return TextIOWrapper(copy, stream.encoding, stream.errors, line_buffering=stream.line_buffering)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._on or not (event in _READING or event.startswith(_CHANGING)):
            return
        # The code that is imported is known to the store already.
        if _imports(sys._getframe(1).f_code.co_filename):
            return
        self._on = False  # looking closer raises events of its own
        try:
            if event == "open":
                self._opened(*arguments)
            elif event in _READING:
                self._listed(*arguments)
            elif event not in _HARMLESS and not self._is_own(arguments):
                self.spoiled = True
        except Exception:
            # What cannot be understood cannot be remembered; raised here, it would stop the run itself.
            self.spoiled = True
        finally:
            self._on = True

    def _opened(self, path: Any, mode: Any, flags: Any) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        name = os.path.abspath(os.fsdecode(path))  # noqa: PTH100
        changing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND
        writes = isinstance(flags, int) and bool(flags & changing)
        writes = writes or (isinstance(mode, str) and not set(mode).isdisjoint("wax+"))
        if self._is_own((name,)) and (writes or "." not in os.path.basename(name)):  # noqa: PTH119
            return  # what the store does; a document that somebody keeps in its folder has an ending
        if writes:
            self.spoiled = True
        else:
            self._files.setdefault(name, _stamp(name))

    def _listed(self, folder: Any = None) -> None:
        name = os.path.abspath(os.fsdecode(folder or ".")).rstrip("/\\") + "/"  # noqa: PTH100
        if name not in self._folders:
            self._folders[name] = _fact(name)

    def _is_own(self, arguments: tuple[Any, ...]) -> bool:
        paths = [str(argument) for argument in arguments if isinstance(argument, str | os.PathLike)]
        own = self._own + os.sep
        return bool(paths) and all((os.path.abspath(path) + os.sep).startswith(own) for path in paths)  # noqa: PTH100

    def seen(self, argv: Sequence[str]) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The contents and facts that the run depends on; None if any of them changed under its eyes."""
        if any(_fact(name) != fact for name, fact in self._folders.items()):
            return None
        contents = {path: _content(path) for path in self._files}
        if any(stamp != _stamp(path) or _is_fresh(stamp) for path, stamp in self._files.items()):
            return None
        paths = [*map(os.path.abspath, (".", *argv)), *self._files, *(name[:-1] for name in self._folders)]
        around = {above for path in paths for above in _above(path)}
        probes = [f"{folder}/{name}?" for folder in sorted(around) for name in _PROBED]
        facts = {path: _fact(path) for path in dict.fromkeys((*paths, *probes))}
        return contents, {**facts, **self._folders}


def _above(path: str) -> list[str]:
    """A path and all folders above it, without the slash at their ends."""
    found = [path]
    while (parent := os.path.dirname(path)) != path:  # noqa: PTH120
        path = parent
        found.append(path.rstrip("/\\"))
    return found


def _stamp(path: str) -> tuple[int, ...] | None:
    try:
        seen = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    age = time.time_ns() - max(seen.st_mtime_ns, seen.st_ctime_ns)
    return seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, int(age > _TICK)


def _is_fresh(stamp: tuple[int, ...] | None) -> bool:
    return stamp is not None and not stamp[-1]


def _imports(file: str) -> bool:
    """Whether a file holds code of the import system, or lists the linter's own modules."""
    return file.startswith(("<frozen importlib", "<frozen zipimport")) or file == _DISCOVERY
