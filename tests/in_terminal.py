"""The installed command in a pseudo-terminal of its own: what somebody who sits there is shown."""

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from typing import Self

LONGEST = 60.0
"""Seconds that a command may take on a busy machine before it counts as stuck."""
_APART = ("CI", "COLUMNS", "NO_COLOR", "FORCE_HYPERLINK", "TERM_PROGRAM", "VTE_VERSION", "WT_SESSION", "TMUX")
"""Variables of the terminal that the tests run in, or of a workflow."""
_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\]8;[^\x1b]*\x1b\\")


LINTER = (sys.executable, "-m", "dlqa_lint")


class Terminal:
    """A command that runs in a terminal, the linter if no other; what it prints is kept."""

    def __init__(
        self,
        *arguments: str,
        folder: Path,
        columns: int = 100,
        environment: Mapping[str, str] = {},
        command: Sequence[str] = LINTER,
    ) -> None:
        self._end, inner = pty.openpty()
        ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        kept = {name: value for name, value in os.environ.items() if name not in _APART}
        self.process = subprocess.Popen(
            [*command, *arguments],
            cwd=folder,
            env={**kept, "TERM": "xterm-256color", **environment},
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
        )
        os.close(inner)
        self._data = b""
        self._deadline = time.monotonic() + LONGEST

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._end)

    @property
    def seen(self) -> str:
        """What was shown and not yet looked at."""
        return self._data.decode("utf-8", "replace").replace("\r\n", "\n")

    def type(self, text: str) -> None:
        """Press the keys of a text."""
        os.write(self._end, text.encode())

    def until(self, text: str) -> str:
        """What was shown since the last time, once a text is among it."""
        while text not in self.seen:
            assert self._more(), f"ended without {text!r}: {self.seen!r}"
        shown, self._data = self.seen, b""
        return shown

    def rest(self) -> str:
        """What was shown since the last time, when the command has ended."""
        while self._more():
            pass
        self.process.wait(LONGEST)
        return self.seen

    def interrupt(self) -> int:
        """Press Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        self.rest()
        return self.process.returncode

    def _more(self) -> bool:
        ready = select.select([self._end], [], [], max(self._deadline - time.monotonic(), 0))[0]
        assert ready, f"still nothing after {LONGEST} seconds: {self.seen!r}"
        try:
            data = os.read(self._end, 65536)
        except OSError:  # as Linux says that nobody is left at the other end
            data = b""
        self._data += data
        return bool(data)


def shown(*arguments: str, folder: Path, columns: int = 100, environment: Mapping[str, str] = {}) -> str:
    """All that a command prints to a terminal."""
    with Terminal(*arguments, folder=folder, columns=columns, environment=environment) as terminal:
        return terminal.rest()


def bare(text: str) -> str:
    """A text without its colours, links and orders to the terminal."""
    return _CONTROLS.sub("", text)
