"""Slips of the pen on the command line: what may be meant is said, and what is no slip is left alone."""

from pathlib import Path

import pytest

from dlqa_lint.cli import commands, main


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 2
    out, error = capsys.readouterr()
    assert out == ""
    return error


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chek", "check"),
        ("rules", "rule"),
        ("renumbr", "renumber"),
        ("Export", "export"),
        ("help", "--help"),
        ("version", "--version"),
        ("fix", "--fix"),
    ],
)
def test_a_word_that_is_nearly_a_command_or_option_is_no_missing_file(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in ((typed,), (typed, "questions.md"), (typed, "--no-cache")):
        assert said(capsys, *arguments) == (
            f'dlqa-lint: {typed}: found no command, file or folder of this name; did you mean "{meant}"?\n'
        )


@pytest.mark.parametrize(
    "arguments", [["zzz"], ["./chek"], ["chek.md"], ["check", "chek"], ["--no-cache", "chek"], ["--", "chek"]]
)
def test_what_can_only_be_a_path_is_one(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, *arguments) == f"dlqa-lint: {arguments[-1]}: no such file or folder\n"


def test_a_file_or_folder_of_such_a_name_is_linted(capsys: pytest.CaptureFixture[str]) -> None:
    Path("rules").mkdir()
    Path("rules/a.md").write_text("# Rules\n", "utf-8")
    assert main(["rules"]) == 0


@pytest.mark.parametrize(
    ("arguments", "option", "meant"),
    [
        (["--statistcs"], "--statistcs", "--statistics"),
        (["--max_findings=3", "."], "--max_findings", "--max-findings"),
        (["--fix", "--unsave-fixes", "."], "--unsave-fixes", "--unsafe-fixes"),
        (["export", "--formt", "csv"], "--formt", "--format"),
        (["similar", "What?", "--pair", "a.csv"], "--pair", "--pairs"),
        (["init", "--merge-drive"], "--merge-drive", "--merge-driver"),
    ],
)
def test_an_option_that_does_not_exist_is_named_with_the_nearest_one(
    arguments: list[str], option: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = f'dlqa-lint: {option}: found no such option; did you mean "{meant}"?\n'
    assert said(capsys, *arguments) == expected


def test_an_option_that_resembles_none_leads_to_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    expected = "dlqa-lint: --zzz: found no such option; dlqa-lint rule --help lists them\n"
    assert said(capsys, "rule", "--zzz") == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["--color", "allways"],
            '--color: found "allways", expected one of auto, always, never; did you mean "always"?',
        ),
        (["--fail-on", "sometimes"], '--fail-on: found "sometimes", expected one of error, warning, info'),
        (["--output-format", "jason"], 'junit, markdown, rdjson, sarif; did you mean "json"?'),
        (["export", "--format", "cvs"], 'moodle, qti; did you mean "csv"?'),
        (["rule", "number-gpa"], 'expected the name of a rule or a family; did you mean "number-gap"?'),
        (["schema", "quizz-checkbox"], 'preset of this name; did you mean "quiz-checkbox"?'),
    ],
)
def test_a_wrong_value_is_named_with_those_that_exist(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, *arguments).endswith(f"{expected}\n")


@pytest.mark.parametrize("name", commands.names())
def test_the_name_of_a_command_is_no_slip(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: dlqa-lint {name} ")
