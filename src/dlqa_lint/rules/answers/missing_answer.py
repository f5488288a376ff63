"""missing-answer: a question with nothing below it."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import DocumentRule, quoted


class MissingAnswer(DocumentRule):
    """A question has no answer, not even a marker for one.

    A marked option is an answer, and so is a link alone. Headings stacked on one answer share it, and
    withdrawn questions need none.

    The reader came for the answer.

    Example:
        ### 1. What is a tensor?
        ### 2. What is a rank?
        Answer: The number of axes of a tensor.

    Repair:
        ### 1. What is a tensor?
        Answer: An array of numbers with any number of axes.
        ### 2. What is a rank?
        Answer: The number of axes of a tensor.

    Fix: None. Somebody has to write the answer.

    Schema: `answer.required`; without a schema answers are required where enough questions have one. Code,
    images, hints and further questions alone do not count then, and notes only where half have an answer.
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        for question in document.questions if document.schema.answer.required else ():
            excused = question.shares_answer or question.withdrawn or question.marked_option
            # Options that could be ticked and are not belong to no-correct-option.
            ticked = any(option.correct is not None for option in question.options)
            if question.answer is None and not excused and not ticked:
                yield self.finding(
                    document,
                    question.text_span
                    if question.text_span.end > question.text_span.start
                    else question.span,
                    f"question {quoted(question.plain_text)} has no answer, expected one below it",
                    question=question,
                )
