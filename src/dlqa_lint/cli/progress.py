"""A line on standard error that says how far a long run is; only a person at a terminal ever sees it."""

import os
import sys
from time import monotonic
from types import TracebackType

_PATIENCE = 1.0  # seconds of work that need no word
_PACE = 0.1  # seconds between two states of the line
_WIDTH = 20  # cells of the bar


class Progress:
    """A piece of work of some steps (0: unknown), shown while it lasts once it lasts longer than a second."""

    def __init__(self, what: str, steps: int = 0, *, quiet: bool) -> None:
        self._what = what
        self._on = not quiet and _is_watched()
        self._steps = steps
        self._done = 0
        self._next = monotonic() + _PATIENCE
        self._shown = False

    def __enter__(self) -> "Progress":
        """Begin; a timer shows the line if one step alone takes longer than a person waits."""
        if self._on:
            from threading import Timer  # only at a terminal

            self._timer = Timer(_PATIENCE, self._show)
            self._timer.daemon = True
            self._timer.start()
        return self

    def advance(self) -> None:
        """Count a step as done."""
        self._done += 1
        if self._on and monotonic() >= self._next:
            self._next = monotonic() + _PACE
            self._show()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away, so that what is printed next has a line of its own."""
        if self._on:
            self._timer.cancel()
            self._timer.join()
            if self._shown:
                _put("")

    def _show(self) -> None:
        self._shown = True
        filled = _WIDTH * self._done // max(self._steps, 1)
        bar = f" [{'#' * filled:.<{_WIDTH}}] {self._done}/{self._steps}" if self._steps else " …"
        _put(self._what + bar)


def _put(text: str) -> None:
    print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _is_watched() -> bool:
    """Whether somebody watches: a terminal that understands control codes, and no CI system."""
    dumb = os.environ.get("TERM") == "dumb" or os.environ.get("CI")
    return sys.stderr.isatty() and not dumb
