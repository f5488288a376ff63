"""`report --history`: what the bank was at earlier commits, read from git alone."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from dlqa_lint.cli import main
from merging.repository import Repository
from page.shown import BANK, parsed, part, rows, words, written

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]

SOLVED = (
    BANK.replace("TODO", "Because clouds cool down.").replace("### 4.", "### 3.").replace("### 5.", "### 4.")
)
BIRDS = "# Birds\n\n### 1. What is a wren?\n\nA small bird.\n"


class _Years(Repository):
    """A repository with a commit a year."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(folder)
        self._patch, self._year = monkeypatch, 2000

    def year(self, files: Mapping[str, bytes | str | None]) -> None:
        """Commit files; None removes one."""
        self._year += 1
        self._patch.setenv("GIT_COMMITTER_DATE", f"{self._year}-06-01T12:00:00Z")
        for name, data in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if data is None:
                path.unlink()
            else:
                path.write_bytes(data.encode() if isinstance(data, str) else data)
        self.commit({}, "Next")


@pytest.fixture
def years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Years:
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    return _Years(tmp_path, monkeypatch)


def _told(*arguments: str) -> list[list[str]]:
    """Year, questions, answered questions, errors and warnings, the newest first."""
    table = rows(part(written(*arguments), "history"))
    return [[date[:4], *counts[:-1]] for date, _, *counts in table]


def test_every_commit_tells_what_the_bank_was(years: _Years) -> None:
    years.year({"bank/a.md": BANK, "bank/notes.md": "# Notes\n\nIt rains.\n"})
    years.year({"bank/a.md": SOLVED.replace("### 4.", "### 9.")})
    years.year({"bank/ä b.md": BIRDS})
    years.year({"bank/a.md": SOLVED, "elsewhere.md": BANK})
    before = {path: path.read_bytes() for path in years.folder.rglob("*") if path.is_file()}
    told = _told("--history", "9", "bank")
    assert [row[:3] for row in told] == [
        ["2004", "5", "5"],
        ["2003", "5", "5"],
        ["2002", "4", "4"],
        ["2001", "4", "3"],
    ]
    assert [int(row[3]) for row in told] == sorted(int(row[3]) for row in told)
    after = {path: path.read_bytes() for path in years.folder.rglob("*") if path.is_file()}
    page = after.pop(years.folder / "page.html").decode()
    assert after == before
    assert page.count("<polyline") == 5


def test_of_many_commits_some_are_chosen_evenly(years: _Years) -> None:
    for count in range(1, 8):
        years.year({"a.md": BANK + f"\n### {count}. Why {count}?\n\nBecause.\n"})
    chosen = {most: [row[0] for row in _told("--history", str(most), "a.md")] for most in (1, 3, 7, 99)}
    assert chosen[1] == ["2007"]
    assert chosen[3] == ["2007", "2004", "2001"]
    assert chosen[7] == chosen[99] == [str(year) for year in range(2007, 2000, -1)]


def test_the_newest_commit_tells_what_a_check_finds(
    years: _Years, capsys: pytest.CaptureFixture[str]
) -> None:
    linked = BANK.replace("TODO", "See ![a cloud](cloud.png), ![a drop](drop.png) and [more](gone.md).")
    years.year({"a.md": linked, "cloud.png": b"\x89PNG", ".gitignore": "drop.png\n"})
    Path("drop.png").write_bytes(b"\x89PNG")
    main(["--isolated", "--no-cache", "--output-format", "concise", "a.md"])
    found = capsys.readouterr().out
    assert "gone.md" in found
    ((_, _, _, errors, warnings),) = _told("--history", "1", "a.md")
    assert (int(errors), int(warnings)) == (found.count(": error "), found.count(": warning "))


def test_settings_of_today_say_what_belongs_to_the_bank(years: _Years) -> None:
    years.year({"bank/a.md": BANK, "bank/old.md": BIRDS, "copy/a.md": BANK, "bank/draft/c.md": BIRDS})
    years.year({"bank/old.md": None, "bank/.hidden/x.md": BIRDS})
    years.year({"dlqa-lint.toml": 'include = ["bank/**/*.md"]\nexclude = ["draft"]\n', "bank/a.md": SOLVED})
    assert main(["report", "--no-cache", "--history", "5", "-o", "page.html"]) == 0
    table = rows(part(parsed(Path("page.html").read_text("utf-8")), "history"))
    assert [(row[0][:4], row[2]) for row in table] == [("2003", "4"), ("2002", "4"), ("2001", "5")]


def test_files_are_called_as_today_from_any_folder(years: _Years, monkeypatch: pytest.MonkeyPatch) -> None:
    years.year({"deep/bank/a.md": BANK})
    monkeypatch.chdir(years.folder / "deep" / "bank")
    assert [row[1] for row in _told("--history", "1", "a.md")] == ["4"]
    assert [row[1] for row in _told("--history", "1")] == ["4"]
    monkeypatch.chdir(years.folder.parent)
    name = years.folder.name
    assert [row[1] for row in _told("--history", "1", f"{name}/deep")] == ["4"]
    outside = years.folder.parent / "outside"
    outside.mkdir(exist_ok=True)
    monkeypatch.chdir(outside)
    assert [row[1] for row in _told("--history", "1", f"../{name}/deep")] == ["4"]
    assert [row[1] for row in _told("--history", "1", str(years.folder / "deep"))] == ["4"]


def test_what_is_no_text_and_what_is_a_link_is_left_out(years: _Years) -> None:
    years.year({"a.md": BANK, "b.md": b"\xff\xfe\x00"})
    if os.name == "posix":
        (years.folder / "c.md").symlink_to("a.md")
    years.year({"b.md": BIRDS})
    assert [row[1] for row in _told("--history", "5", "a.md", "b.md")] == ["5", "4"]


def test_without_a_commit_there_is_no_history(years: _Years, capsys: pytest.CaptureFixture[str]) -> None:
    (years.folder / "a.md").write_text(BANK, "utf-8")
    assert "No commit changed these documents yet." in words(
        part(written("--history", "5", "a.md"), "history")
    )


def test_what_has_no_past_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(BANK, "utf-8")
    assert main(["report", "--isolated", "--no-cache", "--history", "5", "a.md"]) == 2
    assert "--history: a.md is not in a git repository" in capsys.readouterr().err
    assert main(["report", "--isolated", "--no-cache", "--history", "5", "-"]) == 2
    assert "--history: found standard input" in capsys.readouterr().err


def test_a_date_may_be_any_number(years: _Years, monkeypatch: pytest.MonkeyPatch) -> None:
    years.year({"a.md": BANK})
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"@{10**15} +0000")
    years.commit({"a.md": SOLVED.encode()}, "From a time to come")
    assert [row[0] for row in _told("--history", "5", "a.md")] == ["9999", "2001"]


@pytest.mark.skipif(os.name == "nt", reason="the trap is a shell script")
def test_nothing_that_a_repository_names_is_run(years: _Years) -> None:
    trap = years.folder / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {years.folder / 'sprung'}\ncat\n", "utf-8")
    trap.chmod(0o755)
    years.year({"a.md": BANK, ".gitattributes": "*.md filter=trap diff=trap export-subst\n"})
    for name in (
        "filter.trap.smudge", "diff.trap.textconv", "diff.trap.command", "core.pager", "core.fsmonitor",
        "gpg.program", "tar.tar.command", "uploadpack.packObjectsHook",
    ):  # fmt: skip
        years.git("config", name, str(trap))
    years.git("config", "log.showSignature", "true")
    assert [row[1] for row in _told("--history", "5", "a.md")] == ["4"]
    assert not (years.folder / "sprung").exists()
