"""placeholder-answer: a placeholder where the answer should be."""

from collections.abc import Iterable, Iterator

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import DocumentRule, place, quoted

_SHEET = 10
"""A document of at least so many questions that all have the same placeholder is a sheet to fill in: one cause."""


class PlaceholderAnswer(DocumentRule):
    """A placeholder such as `TODO` or "coming soon" is where the answer should be.

    The question counts as answered in every list, and the reader finds nothing. A document in which all of many
    questions have the same placeholder is one finding.

    Example:
        ### 1. What is a tensor?
        Answer: TODO

    Repair:
        ### 1. What is a tensor?
        Answer: An array of numbers with any number of axes.

    Fix: None. Somebody has to write the answer.

    Schema: `answer.placeholders` adds to the shipped ones.
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        waiting = [
            question
            for question in document.questions
            if question.answer and question.answer.placeholder is not None
            if not (question.withdrawn or question.marked_option)
        ]
        if len(waiting) == len(document.questions) >= _SHEET and len({_found(q) for q in waiting}) == 1:
            first, *others = waiting
            message = (
                f"found the placeholder {quoted(_found(first))} in place of all {len(waiting)} answers, expected "
                "answers, or a document that is not linted"
            )
            related = [place(document, other, "the same placeholder") for other in others]
            yield self._at(document, first, message, related)
            return
        for question in waiting:
            message = (
                f"found the placeholder {quoted(_found(question))}, "
                f"expected the answer to {quoted(question.plain_text)}"
            )
            yield self._at(document, question, message)

    def _at(
        self, document: Document, question: Question, message: str, related: Iterable[Place] = ()
    ) -> Finding:
        answer = question.answer
        span = (answer.placeholder_span or answer.span) if answer else question.span
        return self.finding(document, span, message, question=question, related=related)


def _found(question: Question) -> str:
    """The placeholder in place of a question's answer."""
    return (question.answer and question.answer.placeholder) or ""
