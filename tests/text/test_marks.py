"""Marks: each is known wherever one of them is, because only one module spells them."""

import re
from pathlib import Path

import pytest

import dlqa_lint
from dlqa_lint.recognise import recognise
from dlqa_lint.text import marks
from dlqa_lint.text.source import Source


@pytest.mark.parametrize("mark", marks.QUESTION_MARKS)
def test_bold_questions_are_told_from_their_answers(mark: str) -> None:
    text = "# Words\n" + "".join(f"\n**Alpha {n}{mark}** It is a letter.\n" for n in ("a", "b", "c"))
    questions = recognise(Source("a.md", text), None).questions
    assert [question.plain_text for question in questions] == [f"Alpha {n}{mark}" for n in ("a", "b", "c")]
    assert [question.answer and question.answer.word_count for question in questions] == [4] * 3


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[Keels](boats.md)", "boats.md"),
        ("[Keels](https://example.org/Keel_(ship))", "https://example.org/Keel_(ship)"),
        ("[](#keels)", "#keels"),
        ("[Keels] (boats.md)", None),
        ("[Keels](boats.md) and sails", None),
        ("[[1]](boats.md)", None),
    ],
)
def test_a_whole_link_has_one_pattern(text: str, target: str | None) -> None:
    link = re.fullmatch(marks.LINK, text)
    assert (link and link["target"]) == target


@pytest.mark.parametrize("box", [box for box in marks.BOXES if box != marks.EMPTY_BOX])
def test_a_ticked_box_marks_an_option(box: str) -> None:
    text = "".join(f"### {n}. Which is it?\n\n- {box} one\n- [ ] two\n\n" for n in (1, 2, 3))
    questions = recognise(Source("a.md", text), None).questions
    assert [[option.correct for option in question.options] for question in questions] == [[True, False]] * 3


@pytest.mark.parametrize("mark", marks.WIDE_QUESTION_MARKS)
def test_after_a_wide_question_mark_an_answer_needs_no_space(mark: str) -> None:
    tools = ("刨子", "凿子", "锯子", "锤子")
    text = "# 木工面试题\n\n" + "".join(f"1. 什么是{tool}{mark}这是一种常用的木工工具。\n" for tool in tools)
    questions = recognise(Source("a.md", text), None).questions
    assert [question.plain_text for question in questions] == [f"什么是{tool}{mark}" for tool in tools]


@pytest.mark.parametrize("mark", ["؟", "﹖", "✔", "✅"])
def test_no_other_module_spells_a_mark(mark: str) -> None:
    root = Path(dlqa_lint.__file__).parent
    spelling = {
        file.relative_to(root).as_posix() for file in root.rglob("*.py") if mark in file.read_text("utf-8")
    }
    assert spelling == {"text/marks.py"}
