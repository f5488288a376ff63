"""placeholder-answer: a placeholder where the answer should be."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import DocumentRule, quoted


class PlaceholderAnswer(DocumentRule):
    """A placeholder such as `TODO` or "coming soon" is where the answer should be.

    The question counts as answered in every list, and the reader finds nothing.

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
        for question in document.questions:
            answer = question.answer
            if answer is None or answer.placeholder is None or question.withdrawn or question.marked_option:
                continue
            yield self.finding(
                document,
                answer.placeholder_span or answer.span,
                f"found the placeholder {quoted(answer.placeholder)}, "
                f"expected the answer to {quoted(question.plain_text)}",
                question=question,
            )
