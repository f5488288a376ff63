"""A whole run from memory: what it printed is printed again if everything that it looked at is unchanged.

`disk/looks` hears what a run looks at. A run that writes anything, starts another program, reads standard input
or cannot run is not remembered.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys

from dlqa_lint.disk.cache import Store, digest, folder_of

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
_SLOTS = 256


def remembered(argv: Sequence[str], run: Callable[[], int]) -> int:
    """The exit code of a run, which is made only if memory cannot answer for it."""
    # To clean is to write, also where there was nothing to remove; a server answers who is not here; a report bears
    # the date of the day; and who watches makes many runs.
    apart = "-" in argv or "--watch" in argv or argv[:1] in (["clean"], ["server"], ["report"])
    folder = None if apart else folder_of(argv)
    store = Store(folder)
    key = _key(argv) if folder else None
    if key is None:
        return run()
    slot = f"run-{int.from_bytes(key[:8], 'big') % _SLOTS:02x}"
    record = _load(store.get(slot))
    if record and record[0] == key and _unchanged(record):
        return _say_again(record)
    from dlqa_lint.disk.recording import Recording  # an unchanged run needs none of it

    recording = Recording(store.folder or "")
    code = recording.over(run)
    if code < 2 and not recording.spoiled and (seen := recording.seen(argv)):
        store.put(slot, marshal.dumps((key, *seen, recording.said, code)))
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
    from dlqa_lint.disk.facts import content, fact  # only where there is something to compare

    _, contents, facts, _, _ = record
    return all(fact(name) == known for name, known in facts.items()) and all(
        content(path) == known for path, known in contents.items()
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
