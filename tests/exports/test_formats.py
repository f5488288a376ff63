"""All formats: each has its tests, and a question that one cannot hold is named."""

import json
import os
import sys
from pathlib import Path

import pytest

from dlqa_lint.cli import main
from dlqa_lint.exports import formats
from exported import Meant, export, written

QUIZ = written([Meant("Which is wet?", ("sand", "rain"), frozenset({1}))])


def test_every_format_has_its_tests() -> None:
    tests = {
        path.stem.removeprefix("test_").replace("_", "-") for path in Path(__file__).parent.glob("test_*.py")
    }
    assert set(formats()) <= tests


@pytest.mark.parametrize("name", formats())
def test_a_quiz_of_single_choice_goes_into_every_format(name: str) -> None:
    made = export(name, QUIZ)
    assert not made.left
    assert made.taken == 1
    assert made.data


def test_a_file_is_written_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(QUIZ, "utf-8")
    assert main(["export", "--isolated", "--no-cache", "--format", "jsonl", "-o", "a.jsonl", "a.md"]) == 0
    assert json.loads(Path("a.jsonl").read_text("utf-8"))["text"] == "Which is wet?"
    assert main(["export", "--isolated", "--no-cache", "-o", "no/a.json", "a.md"]) == 2
    assert capsys.readouterr() == ("", "dlqa-lint: no/a.json: No such file or directory\n")


def test_a_document_is_not_overwritten_by_its_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(QUIZ, "utf-8")
    assert main(["export", "--isolated", "--no-cache", "--format", "markdown", "-o", "./a.md", "a.md"]) == 2
    assert capsys.readouterr().err == (
        "dlqa-lint: -o ./a.md: found a document that is exported, expected another file\n"
    )
    assert Path("a.md").read_text("utf-8") == QUIZ


def test_where_nothing_fits_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(written([Meant("Why?", answer="So."), Meant("How?", answer="Thus.")]), "utf-8")
    assert main(["export", "--isolated", "--no-cache", "--format", "aiken", "-o", "a.txt", "a.md"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        'dlqa-lint: a.md:3: question 1 "Why?" is not exported: it has no options',
        'dlqa-lint: a.md:7: question 2 "How?" is not exported: it has no options',
        "dlqa-lint: aiken holds 0 of the 2 questions; the others are named above",
        "dlqa-lint: aiken: none of the questions can be exported; nothing was written",
    ]
    assert not Path("a.txt").exists()


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="there are no such names")
@pytest.mark.parametrize("name", formats())
def test_a_name_that_is_not_utf_8_goes_into_every_format(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(os.fsdecode(b"a\xff.md")).write_text(QUIZ.removeprefix("# Weather\n\n"), "utf-8")
    assert main(["export", "--isolated", "--no-cache", "--format", name, "-o", "out", "."]) == 0
    assert Path("out").stat().st_size > 0
