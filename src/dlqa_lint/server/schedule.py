"""When what is looked at: a changed document at once, its bank after a pause.

While a document is read more may be typed; then it is read once more, whatever came in between. The bank is
looked at when nobody has typed for a while, and at once where a request needs it.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from dlqa_lint.server.open_documents import OpenDocuments
from dlqa_lint.server.read_documents import Complain
from dlqa_lint.server.snapshot import Snapshot

PAUSE = 0.4
"""Seconds without a change after which the bank is looked at; who thinks about a word pauses longer.

A bank that takes longer to look at is looked at after a pause as long as that took: as the work of two threads
is done in turns, it would slow down whoever is typing.
"""

Publish = Callable[[str, Snapshot | None], None]
"""Takes what is known of a document now; None for one that is not linted."""


class Schedule:
    """Keeps the snapshots of what is open up to date, and publishes each of them."""

    def __init__(
        self, documents: OpenDocuments, publish: Publish, complain: Complain, pause: float = PAUSE
    ) -> None:
        self._documents = documents
        self._publish = publish
        self._complain = complain
        self._snapshots: dict[str, Snapshot] = {}
        self._unread: set[str] = set()
        self._unchecked: set[str] = set()
        self._turn = 0
        self._least = self._pause = pause
        self._timer: asyncio.TimerHandle | None = None
        self._reading: asyncio.Task[None] | None = None
        self._checking: asyncio.Task[None] | None = None
        self._readers = ThreadPoolExecutor(1, "reading")
        self._checkers = ThreadPoolExecutor(1, "checking")

    def changed(self, path: str) -> None:
        """Read a document that was opened or changed, and its bank after a pause."""
        self._unread.add(path)
        self._read_soon()
        self.stirred(path)

    def stirred(self, path: str) -> None:
        """Look at the bank of a document when nobody has typed for a while."""
        self._unchecked.update(self._documents.beside(path))
        self._wait()

    def closed(self, path: str) -> None:
        """Let go of a document; its file counts for those beside it."""
        self._snapshots.pop(path, None)
        self._unread.discard(path)
        self._unchecked.discard(path)
        self._publish(path, None)
        self.stirred(path)

    def files_changed(self) -> None:
        """Look at every bank again, because files that are not open may be part of it."""
        for path in self._documents.open:
            self.stirred(path)

    def renewed(self) -> None:
        """Read everything again, because settings or files changed; what is under way no longer counts."""
        self._turn += 1
        self._snapshots.clear()
        for path in self._documents.open:
            self.changed(path)

    async def read(self, path: str) -> Snapshot | None:
        """A document as it is now, whether its bank was looked at or not."""
        while path in self._unread:
            await asyncio.shield(self._read_soon())
        return self._snapshots.get(path)

    async def settled(self, path: str) -> Snapshot | None:
        """A document as it is now, with its bank; for one that takes long, a request waits for the pause, too."""
        while path in self._unchecked:
            if self._timer and self._pause > self._least and not _is_running(self._checking):
                await asyncio.sleep(max(self._timer.when() - asyncio.get_running_loop().time(), 0))
            else:
                await asyncio.shield(self._check_soon())
        return await self.read(path)

    def _wait(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self._pause, self._pause_over)

    def _pause_over(self) -> None:
        """Look at the banks, unless somebody still waits for a document: that would take longer beside it."""
        if self._unread:
            self._wait()
        else:
            self._check_soon()

    def _read_soon(self) -> "asyncio.Task[None]":
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._read())
        return self._reading

    def _check_soon(self) -> "asyncio.Task[None]":
        if self._timer:
            self._timer.cancel()
        if self._checking is None or self._checking.done():
            self._checking = asyncio.create_task(self._check())
        return self._checking

    async def _read(self) -> None:
        loop = asyncio.get_running_loop()
        while self._unread:
            path, turn = next(iter(self._unread)), self._turn
            meant = self._documents.open.get(path)
            try:
                snapshot = await loop.run_in_executor(self._readers, self._documents.read, path)
            except Exception as error:
                self._complain(f"reading {path}", error)
                snapshot = self._snapshots.get(path)
            if turn == self._turn and self._documents.open.get(path) is meant:
                self._unread.discard(path)
                self._take(path, snapshot)

    async def _check(self) -> None:
        loop = asyncio.get_running_loop()
        for path in sorted(self._unchecked):
            if path not in self._unchecked:
                continue  # it was in the bank of another one
            turn, start = self._turn, perf_counter()
            try:
                snapshots = await loop.run_in_executor(self._checkers, self._documents.check, path)
            except Exception as error:
                self._complain(f"checking the bank of {path}", error)
                snapshots = {}
            self._pause = max(self._least, perf_counter() - start)
            if turn != self._turn:
                continue
            if path not in snapshots:
                self._unchecked.discard(path)
            for name, snapshot in snapshots.items():
                current = self._documents.open.get(name)
                if current and current.held == snapshot.held[name]:
                    self._unchecked.discard(name)
                    self._take(name, snapshot)

    def _take(self, path: str, snapshot: Snapshot | None) -> None:
        """Keep and publish a snapshot, unless the same text was looked at together with its bank already."""
        known = self._snapshots.get(path)
        if (
            snapshot
            and known
            and known.settled
            and known.version == snapshot.version
            and not snapshot.settled
        ):
            return
        if snapshot:
            self._snapshots[path] = snapshot
        else:
            self._snapshots.pop(path, None)
        self._publish(path, snapshot)


def _is_running(task: "asyncio.Task[None] | None") -> bool:
    return task is not None and not task.done()
