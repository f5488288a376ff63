"""`--watch` as somebody at a terminal uses it: the installed command, files that change, Ctrl-C."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dlqa_lint.cli import main

GAP = "# Letters\n\n### 1. What is an a?\n\nA letter.\n\n### 2. What is a b?\n\nTwo.\n\n### 4. What is a d?\n\nLate.\n"
CLEAN = GAP.replace("### 4.", "### 3.")
READY = "watching for changes; Ctrl-C ends\n"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(GAP, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "contradicting"),
    [
        (["--fix"], "--fix"),
        (["--add-suppressions", "--reason", "old"], "--add-suppressions"),
        (["--write-baseline"], "--write-baseline"),
        (["--staged"], "--staged"),
        (["-"], "-"),
        (["--output-format", "json"], "--output-format json"),
    ],
)
def test_what_makes_no_sense_again_and_again_is_refused(
    arguments: list[str], contradicting: str, bank: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(bank)
    assert main(["--watch", *arguments]) == 2
    assert capsys.readouterr().err == f"dlqa-lint: --watch and {contradicting} contradict each other\n"
    assert (bank / "a.md").read_text("utf-8") == GAP


def test_a_wrong_command_line_is_not_watched(
    bank: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(bank)
    assert main(["--watch", "--select", "number-gpa"]) == 2
    assert READY not in capsys.readouterr().err


@pytest.mark.slow
class TestAtATerminal:
    pty = pytest.importorskip("pty")

    def test_a_saved_document_is_checked_again_on_a_clear_screen(self, bank: Path) -> None:
        from in_terminal import Terminal  # where there are pseudo-terminals

        with Terminal("--watch", folder=bank) as terminal:
            first = terminal.until(READY)
            assert "number-gap" in first
            assert "\x1b[2J" not in first
            (bank / "a.md").write_text(CLEAN, "utf-8")
            second = terminal.until(READY)
            assert second.startswith("\x1b[H\x1b[2J")
            assert "no findings in 1 document" in second
            assert terminal.interrupt() == 0
            assert "Traceback" not in terminal.seen
            assert "interrupted" not in terminal.seen

    def test_settings_schemas_and_new_documents_count(self, bank: Path) -> None:
        from in_terminal import Terminal

        with Terminal("--watch", folder=bank) as terminal:
            assert "number-gap" in terminal.until(READY)
            (bank / "dlqa-lint.toml").write_text('ignore = ["numbering"]\n', "utf-8")
            assert "no findings" in terminal.until(READY)
            (bank / "dlqa-lint.toml").write_text('ignre = ["numbering"]\n', "utf-8")
            assert 'did you mean "ignore"?' in terminal.until(READY)
            (bank / "form.toml").write_text('[question]\nform = "## {number}. {text}"\n', "utf-8")
            (bank / "dlqa-lint.toml").write_text('include = ["*.md"]\nschema = "form.toml"\n', "utf-8")
            assert "question-form" in terminal.until(READY)
            (bank / "form.toml").write_text('[question]\nform = "### {number}. {text}"\n', "utf-8")
            text = terminal.until(READY)
            assert "number-gap" in text
            assert "question-form" not in text
            (bank / "b.md").write_text(CLEAN, "utf-8")
            assert "in 2 documents" in terminal.until(READY)
            (bank / "b.md").unlink()
            assert "in 1 document" in terminal.until(READY)
            assert terminal.interrupt() == 1

    def test_a_document_that_is_replaced_as_editors_do_is_checked(self, bank: Path) -> None:
        from in_terminal import Terminal

        with Terminal("--watch", "a.md", folder=bank) as terminal:
            assert "number-gap" in terminal.until(READY)
            (bank / ".a.md.swp").write_text("", "utf-8")
            (bank / "a.md").rename(bank / "a.md~")
            (bank / "new").write_text(CLEAN, "utf-8")
            (bank / "new").rename(bank / "a.md")
            assert "no findings in 1 document" in terminal.until(READY)

    def test_a_document_that_is_gone_may_come_back(self, bank: Path) -> None:
        from in_terminal import Terminal

        with Terminal("--watch", "a.md", folder=bank) as terminal:
            terminal.until(READY)
            (bank / "a.md").unlink()
            assert "a.md: no such file or folder" in terminal.until(READY)
            (bank / "a.md").write_text(GAP, "utf-8")
            assert "number-gap" in terminal.until(READY)
            (bank / "a.md").unlink()
            terminal.until(READY)
            assert terminal.interrupt() == 2


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_in_a_pipe_checks_follow_each_other_without_orders_to_a_terminal(bank: Path) -> None:
    command = [sys.executable, "-m", "dlqa_lint", "--watch", "--output-format", "concise", "a.md"]
    with subprocess.Popen(command, cwd=bank, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert b"number-gap" in process.stdout.readline()
        assert process.stderr.readline().endswith(READY.encode())
        (bank / "a.md").write_text(f"{GAP}\n### 6. What is an f?\n\nLater.\n", "utf-8")
        assert [b"number-gap" in process.stdout.readline() for _ in range(2)] == [True, True]
        assert process.stderr.readline().endswith(READY.encode())
        os.kill(process.pid, signal.SIGINT)
        assert process.communicate(timeout=60) == (b"", b"")
        assert process.returncode == 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_formats_for_programs_are_written_into_their_files_anew(bank: Path) -> None:
    command = [sys.executable, "-m", "dlqa_lint", "--watch", "--output-format", "json=../found.json", "a.md"]
    with subprocess.Popen(command, cwd=bank, stderr=subprocess.PIPE) as process:
        assert process.stderr
        process.stderr.readline()
        assert "number-gap" in (bank.parent / "found.json").read_text("utf-8")
        (bank / "a.md").write_text(CLEAN, "utf-8")
        process.stderr.readline()
        assert (bank.parent / "found.json").read_text("utf-8") == "[]\n"
        os.kill(process.pid, signal.SIGINT)
        process.communicate(timeout=60)
        assert process.returncode == 0
