"""A question in a few words: its number, what it asks, and whether it is answered."""

from dlqa_lint.model.question import Question
from dlqa_lint.text.counts import counted


def number_and_words(question: Question) -> str:
    """A question as lists name it."""
    words = " ".join(question.plain_text.split())
    return f"{question.number.label}. {words}" if question.number else words


def state_of(question: Question) -> str:
    """Whether a question is answered, and how."""
    answer = question.answer
    if question.withdrawn:
        return "withdrawn"
    if answer and answer.placeholder is not None:
        return "placeholder"
    if not question.answered:
        return "no answer"
    if answer and answer.word_count:
        return f"answered, {counted(answer.word_count, 'word')}"
    if question.options:
        return f"{len(question.options)} options, answered"
    return "answered"
