"""When documents are read and banks are looked at."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from threading import Event
from time import perf_counter, sleep
from typing import Any

import pytest

from dlqa_lint.server.open_documents import OpenDocuments
from dlqa_lint.server.schedule import Schedule
from dlqa_lint.server.snapshot import Snapshot
from open_in_editor import open_documents, put

NEVER = 1000.0  # seconds
TEXT = "# A\n\n### 1. Why?\n\nSo.\n\n### 3. How?\n\nThus.\n"


class _Watched:
    """Open documents that wait before they are read and checked, until they are told to go on."""

    def __init__(self, on: OpenDocuments, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        self.go_on = Event()
        for name in ("read", "check"):
            monkeypatch.setattr(on, name, self._waiting(name, getattr(on, name)))

    def _waiting(self, name: str, work: Callable[[str], Any]) -> Callable[[str], Any]:
        def waiting(path: str) -> Any:
            made = work(path)
            self.done.append(name)
            assert self.go_on.wait(10)
            return made

        return waiting


def _run(session: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(session, 20))


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _complain(doing: str, error: Exception) -> None:
    raise AssertionError(doing) from error


def test_what_is_typed_while_a_document_is_read_is_read_once_more_and_no_oftener(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on, published = open_documents("--isolated"), list[Snapshot | None]()
    watched = _Watched(on, monkeypatch)

    async def session() -> None:
        schedule = Schedule(on, lambda _, snapshot: published.append(snapshot), _complain, pause=NEVER)
        for version in range(1, 6):
            put(on, "a.md", TEXT.replace("Why", f"Why {version}"), version)
            schedule.changed("a.md")
            await asyncio.sleep(0.02)
        watched.go_on.set()
        read = await schedule.read("a.md")
        assert read is not None
        assert "Why 5" in read.document.source.text

    _run(session())
    assert watched.done == ["read", "read"]
    assert [snapshot.version for snapshot in published if snapshot] == [5]


def test_a_request_does_not_wait_for_the_pause_and_the_bank_is_looked_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on, published = open_documents("--isolated"), list[Snapshot | None]()
    watched = _Watched(on, monkeypatch)
    watched.go_on.set()

    async def session() -> None:
        schedule = Schedule(on, lambda _, snapshot: published.append(snapshot), _complain, pause=NEVER)
        put(on, "a.md", TEXT)
        schedule.changed("a.md")
        first, second = await asyncio.gather(schedule.settled("a.md"), schedule.settled("a.md"))
        assert first is second
        assert first is not None
        assert first.settled

    _run(session())
    assert watched.done.count("check") == 1
    assert published[-1] is not None
    assert [finding.rule for finding in published[-1].findings] == ["number-gap"]


def test_what_was_under_way_when_settings_changed_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    on, published = open_documents(), list[Snapshot | None]()
    watched = _Watched(on, monkeypatch)

    async def session() -> None:
        schedule = Schedule(on, lambda _, snapshot: published.append(snapshot), _complain, pause=NEVER)
        put(on, "a.md", TEXT)
        schedule.changed("a.md")
        asked = asyncio.create_task(schedule.settled("a.md"))
        while "check" not in watched.done:
            await asyncio.sleep(0.01)
        Path("dlqa-lint.toml").write_text('ignore = ["number-gap"]\n', "utf-8")
        on.renew()
        schedule.renewed()
        watched.go_on.set()
        snapshot = await asked
        assert snapshot is not None
        assert snapshot.findings == ()

    _run(session())
    assert all(snapshot and not snapshot.findings for snapshot in published)


def test_work_that_fails_is_complained_about_and_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    on, complaints = open_documents("--isolated"), list[str]()
    checking = on.check

    def failing(path: str) -> dict[str, Snapshot]:
        if "Why" in on.open[path].source.text:
            raise RuntimeError("no")
        return checking(path)

    monkeypatch.setattr(on, "check", failing)

    async def session() -> None:
        schedule = Schedule(on, lambda _, __: None, lambda doing, _: complaints.append(doing))
        put(on, "a.md", TEXT)
        schedule.changed("a.md")
        known = await schedule.settled("a.md")
        assert known is not None
        assert not known.settled
        put(on, "a.md", TEXT.replace("Why", "Where"), 2)
        schedule.changed("a.md")
        known = await schedule.settled("a.md")
        assert known is not None
        assert known.settled

    _run(session())
    assert complaints == ["checking the bank of a.md"]


def test_a_bank_that_takes_long_is_not_looked_at_before_the_pause_even_for_a_request(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on, begun = open_documents("--isolated"), list[float]()
    checking = on.check

    def slow(path: str) -> dict[str, Snapshot]:
        begun.append(perf_counter())
        sleep(0.3)
        return checking(path)

    monkeypatch.setattr(on, "check", slow)

    async def session() -> None:
        schedule = Schedule(on, lambda _, __: None, _complain, pause=0.01)
        for version in (1, 2):
            put(on, "a.md", TEXT, version)
            changed = perf_counter()
            schedule.changed("a.md")
            known = await schedule.settled("a.md")
            assert known is not None
            assert known.settled
        assert begun[-1] - changed >= 0.29

    _run(session())
