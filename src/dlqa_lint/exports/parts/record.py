"""A question as JSON has it."""

from typing import Any

from dlqa_lint.exports.parts.answer_text import markdown_of
from dlqa_lint.exports.parts.item import Item


def record(item: Item) -> dict[str, Any]:
    """A question with all that is known of it, by the names that the documentation gives."""
    question, document = item.question, item.document
    return {
        "position": question.position,
        "number": item.number or None,
        "text": question.plain_text,
        "line": question.line,
        "section": document.sections[question.section].name if question.section >= 0 else None,
        "answered": question.answered,
        "answer": _answer(item),
        "kind": item.kind,
        "options": [
            {"label": option.label or None, "text": option.text, "correct": choice.correct}
            for option, choice in zip(question.options, item.choices, strict=True)
        ],
        "fields": {field.name: field.value for field in question.fields},
    }


def _answer(item: Item) -> dict[str, Any] | None:
    answer = item.question.answer
    if answer is None:
        return None
    return {
        "line": item.document.source.position(answer.span.start).line,
        "words": answer.word_count,
        "markdown": markdown_of(item.document, answer),
        "parts": {part.name: part.text for part in answer.parts},
    }
