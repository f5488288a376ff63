"""The question bank that this repository keeps: complete, clean, and guarded by the hook and the gate."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from content_bank import BANK, ORIGINAL, ROOT, below, document
from dlqa_lint.cli import main


def rules_found(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    capsys.readouterr()
    code = main([*arguments, "--no-cache", "--output-format", "json"])
    return code, [finding["rule"] for finding in json.loads(capsys.readouterr().out)]


def broken(project: Path, old: str, new: str) -> None:
    path = project / "content" / BANK.name
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the bank"
    path.write_text(text.replace(old, new), "utf-8", newline="")


def answer_of(number: int) -> str:
    """The lines between a question's heading and the next one."""
    return below(number, BANK.read_text("utf-8"))


def test_fifty_questions_are_answered() -> None:
    questions = document().questions
    assert [question.number and question.number.value for question in questions] == [
        (number,) for number in range(1, 51)
    ]
    assert all(question.answered for question in questions)


def test_the_bank_is_clean(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules_found(capsys, "content") == (0, [])


@pytest.mark.parametrize("number", [1, 25, 50])
def test_a_removed_answer_fails_the_gate(
    project: Path, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    broken(project, answer_of(number), "\n")
    code, rules = rules_found(capsys, "content")
    assert (code, set(rules)) == (1, {"missing-answer", "missing-field"})


def test_a_swapped_number_fails_the_gate(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(project, "\n### 20. What are autoencoders", "\n### 21. What are autoencoders")
    code, rules = rules_found(capsys, "content")
    assert code == 1
    assert "number-gap" in rules or "duplicate-number" in rules


def test_a_repeated_question_fails_the_gate(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "content" / BANK.name
    again = (
        f"\n### 51. What is backpropagation, and how is it used in training neural networks?\n{answer_of(5)}"
    )
    path.write_text(path.read_text("utf-8").rstrip() + "\n" + again.rstrip() + "\n", "utf-8", newline="")
    code, rules = rules_found(capsys, "content")
    assert code == 1
    assert "duplicate-question" in rules


def test_the_hook_of_this_repository_runs_the_gate() -> None:
    yaml = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    assert "dlqa-lint content/" in yaml
    assert "--exit-zero" not in yaml


def test_the_original_is_understood_without_settings(capsys: pytest.CaptureFixture[str]) -> None:
    code, rules = rules_found(capsys, "--isolated", str(ORIGINAL))
    counted = {rule: rules.count(rule) for rule in sorted(set(rules))}
    assert code == 1
    assert counted == {
        "absorbed-paragraph": 1,
        "empty-answer": 10,
        "missing-answer": 30,
        "question-form": 20,
        "title-form": 1,
    }


def test_one_fix_of_the_original_leaves_what_only_people_can_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bank.md"
    path.write_bytes(ORIGINAL.read_bytes())
    code, rules = rules_found(capsys, "--isolated", "--fix", str(path))
    assert (code, sorted(set(rules)), len(rules)) == (1, ["empty-answer", "missing-answer"], 40)
    fixed = path.read_text("utf-8")
    expected = ORIGINAL.read_text("utf-8")
    expected = expected.replace(
        "# **50 Deep Learning interview questions 2024**", "# 50 Deep Learning interview questions 2024"
    )
    expected = re.sub(r"^(3[1-9]|4\d|50)\. ", r"### \1. ", expected, flags=re.MULTILINE)
    expected = expected.replace("\nThese functions facilitate", "\n\nThese functions facilitate")
    assert fixed == expected
    rules_found(capsys, "--isolated", "--fix", str(path))
    assert path.read_text("utf-8") == fixed


def test_export_gives_fifty_numbered_questions_of_which_ten_are_answered(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["export", "--isolated", "--format", "json", str(ORIGINAL)]) == 0
    (document,) = json.loads(capsys.readouterr().out)
    lines = ORIGINAL.read_text("utf-8").splitlines()
    questions = document["questions"]
    assert [question["number"] for question in questions] == [str(number) for number in range(1, 51)]
    assert [question["number"] for question in questions if question["answered"]] == [
        str(n) for n in range(1, 11)
    ]
    for question in questions:
        assert lines[question["line"] - 1].endswith(f"{question['number']}. {question['text']}")


def test_the_installed_command_gates_the_bank(project: Path) -> None:
    command = [sys.executable, "-m", "dlqa_lint", "--no-cache", "content"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    broken(project, answer_of(30), "\n")
    assert subprocess.run(command, check=False, capture_output=True).returncode == 1
