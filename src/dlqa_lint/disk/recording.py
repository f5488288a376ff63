"""A run that is recorded: what it looked at and what it printed, for `disk/run_cache`."""

from __future__ import annotations

import os
import sys
from io import BufferedIOBase, TextIOWrapper

from dlqa_lint.disk.facts import content, fact, is_fresh, probes_of, stamp
from dlqa_lint.disk.looks import Looks

# Type checkers take this name for true; importing it from typing would cost more than a short run.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


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


class Recording:
    """What one run looked at and printed, and whether it did anything that forbids remembering it."""

    def __init__(self, own: str) -> None:
        self.said: list[tuple[int, bytes]] = []
        self._looks = Looks(own)
        self._mute = False

    @property
    def spoiled(self) -> bool:
        """Whether the run cannot be answered from memory, because it did more than to look and print."""
        return self._mute or self._looks.spoiled

    def over(self, run: Callable[[], int]) -> int:
        """The exit code of the run, which is made now."""
        streams = sys.stdout, sys.stderr
        try:
            sys.stdout, sys.stderr = (
                self._copied(number, stream) for number, stream in enumerate(streams, 1)
            )
            return self._looks.during(run)
        finally:
            copies = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = streams
            for copy in copies:
                copy.flush()

    def _copied(self, number: int, stream: Any) -> Any:
        if not isinstance(stream, TextIOWrapper):
            self._mute = True
            return stream
        stream.flush()
        copy = _Copy(number, stream.buffer, self.said)
        return TextIOWrapper(copy, stream.encoding, stream.errors, line_buffering=stream.line_buffering)

    def seen(self, argv: Sequence[str]) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The contents and facts that the run depends on; None if any of them changed under its eyes."""
        files, folders = self._looks.files, self._looks.folders
        if any(fact(name) != known for name, known in folders.items()):
            return None
        contents = {path: content(path) for path in files}
        if any(stamped != stamp(path) or is_fresh(stamped) for path, stamped in files.items()):
            return None
        paths = [*map(os.path.abspath, (".", *argv)), *self._looks.paths]
        return contents, {name: fact(name) for name in (*paths, *probes_of(paths))} | folders
