"""Runs that end or fail at one of the calls by which they change the disk."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

EVENTS = frozenset(("open", "os.rename", "os.remove", "os.chmod", "os.chown", "os.truncate"))
KILLED = -signal.SIGKILL if sys.platform != "win32" else 1
_SHORT = 100
_Fault = Callable[[], None]


def killed() -> None:
    """End this process as `kill -9` would."""
    os.kill(os.getpid(), signal.SIGKILL)


def full() -> None:
    """Fail as on a full disk."""
    raise OSError(28, "No space left on device")


def run_with_fault(work: Callable[[], int], step: int, fault: _Fault) -> int:
    """What a process of its own ends with that does some work with a fault at the step of a number."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            _Faulty(step, fault).install()
            code = work()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


class _Faulty:
    """Counts the steps, and makes one of them fail: each opening to write, write, renaming and removing."""

    def __init__(self, step: int, fault: _Fault) -> None:
        self._left = step
        self._fault = fault
        self._write = os.write

    def install(self) -> None:
        sys.addaudithook(self._hear)
        os.write = self._written  # type: ignore[assignment]

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event not in EVENTS:
            return
        if event == "open" and not (
            isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        ):
            return
        self._count()

    def _written(self, handle: int, data: bytes) -> int:
        # Systems may write a part; of what is not short, a part is on the disk when the fault comes.
        done = self._write(handle, data[: len(data) // 2] if len(data) > _SHORT else data)
        self._count()
        return done

    def _count(self) -> None:
        self._left -= 1
        if self._left == 0:
            self._fault()
