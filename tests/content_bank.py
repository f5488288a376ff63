"""The question bank that this repository keeps, as its tests read it."""

import re
from functools import cache
from pathlib import Path

from dlqa_lint.config.schema_files import load_schema
from dlqa_lint.model.bank import Answer, Document, Question
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source

ROOT = Path(__file__).parent.parent
BANK = ROOT / "content" / "deep-learning-interview-questions.md"
SCHEMA = ROOT / "schemas" / "deep-learning-interview.toml"
QUIZ = ROOT / "content" / "practice" / "quiz.md"
QUIZ_SCHEMA = ROOT / "schemas" / "deep-learning-quiz.toml"
ORIGINAL = ROOT / "tests" / "documents" / "50-deep-learning-interview-questions.md"


@cache
def document() -> Document:
    """The bank, read by its schema."""
    return recognise(Source.from_bytes("bank.md", BANK.read_bytes()), load_schema(str(SCHEMA)))


@cache
def quiz() -> Document:
    """The quiz, read by its schema."""
    return recognise(Source.from_bytes("quiz.md", QUIZ.read_bytes()), load_schema(str(QUIZ_SCHEMA)))


def question(number: int) -> Question:
    """The question with a number."""
    return document().questions[number - 1]


def answer(number: int) -> Answer:
    """The answer to the question with a number."""
    found = question(number).answer
    assert found is not None
    return found


def part(number: int, name: str) -> str:
    """A labelled part of an answer, "" if it has none of the name."""
    return next((part.text for part in answer(number).parts if part.name == name), "")


def below(number: int, text: str) -> str:
    """All lines between the heading of a question and the next one, in the text of a bank."""
    match = re.search(rf"^### {number}\. .*\n((?:.*\n)*?)(?=### |## |\Z)", text, re.MULTILINE)
    assert match
    return match.group(1)
