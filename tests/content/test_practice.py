"""The quiz asks something to each question of the bank, and asks it fairly; `make practice` leaves nothing out."""

import json
import re
import shlex
from math import floor, hypot, log
from pathlib import Path

import pytest

from content_bank import BANK, QUIZ, ROOT, quiz
from content_numbers import dense
from dlqa_lint.cli import main

NUMBERS = range(1, 51)
MORE = re.compile(rf" See \[interview question (\d+)\]\(\.\./{re.escape(BANK.name)}#(\d+)-[^)]+\)\.$")


def options(number: int) -> list[str]:
    return [option.text for option in quiz().questions[number - 1].options]


def test_the_quiz_has_the_numbers_of_the_bank() -> None:
    assert [question.number and question.number.value for question in quiz().questions] == [
        (number,) for number in NUMBERS
    ]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_question_has_three_options_one_of_which_is_right(number: int) -> None:
    assert len(set(options(number))) == 3
    assert len(quiz().questions[number - 1].right) == 1


@pytest.mark.parametrize("number", NUMBERS)
def test_an_explanation_leads_to_the_question_of_the_same_number(number: int) -> None:
    answer = quiz().questions[number - 1].answer
    assert answer
    found = MORE.search(answer.text)
    assert found
    assert found.groups() == (str(number), str(number))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("- [ ] 0.05\n", "- [ ] all of the above\n", "all-of-the-above"),
        ("- [ ] a shift by two pixels", "- [ ] a shift, which never keeps a digit", "absolute-term"),
        ("- [ ] 220\n- [ ] 600\n", "- [ ] 600\n- [ ] 220\n", "unordered-numbers"),
    ],
)
def test_the_gate_checks_how_questions_are_worded(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, rule: str
) -> None:
    path = project / "content" / "practice" / QUIZ.name
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8", newline="")
    assert main(["content", "--no-cache", "--output-format", "json"]) == 1
    assert [finding["rule"] for finding in json.loads(capsys.readouterr().out)] == [rule]


@pytest.mark.parametrize(
    ("number", "expected", "right_one"),
    [
        (3, [10 * 784, dense(784, 10), (10 + 1) * 784], 1),
        (6, [round(0.5**10, 3), 1 / (2 * 10), 0.5], 0),
        (10, [floor((32 - 3) / 2) + 1, floor((32 + 2 - 3) / 2) + 1, 32 - 3 + 1], 1),
        (16, [20 * (10 + 1), 20 * (10 + 20), 20 * (10 + 20 + 1)], 2),
        (27, [1 / 10, 2 / 10, 1], 1),
        (32, [0.1, round(log(10), 1), 10], 1),
        (42, [3 / hypot(3, 4), min(3, 1), 3], 0),
        (47, [max(0, 100 - 20 * 5), round(100 * 0.95**20), 95], 1),
        (48, [1 / 5, 0.3, 0.3 + 0.7 / 5], 2),
    ],
)
def test_numbers_are_what_the_right_way_and_wrong_ways_give(
    number: int, expected: list[float], right_one: int
) -> None:
    first_numbers = [float(re.findall(r"[\d.]+", option.replace(",", ""))[0]) for option in options(number)]
    assert first_numbers == pytest.approx(expected)
    assert quiz().questions[number - 1].right == {right_one}


@pytest.mark.slow
def test_what_is_made_to_practise_with_leaves_nothing_out(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = re.findall(r"^\t\$\(BIN\)/dlqa-lint (export .*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    (project / "build" / "practice").mkdir(parents=True)
    assert [main(shlex.split(command)) for command in recipe] == [0] * len(recipe)
    assert capsys.readouterr().err == ""
    made = {file.name for file in (project / "build" / "practice").iterdir()}
    told = set(re.findall(r"^\| `([\w.-]+)` \|", (BANK.parent / "README.md").read_text("utf-8"), re.M))
    assert made == told
