"""All formats: each has its tests, and a question that one cannot hold is named."""

import json
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
