"""short-answer: an answer with fewer words than the schema demands."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted


class ShortAnswer(DocumentRule):
    """An answer has fewer words than the schema demands.

    Code counts by its words. An empty answer and a placeholder are faults of their own.

    An answer of three words seldom explains anything.

    Example:
        ### 1. What is a tensor?
        Answer: An array.

    Repair:
        ### 1. What is a tensor?
        Answer: An array of numbers with any number of axes: a scalar has none, a vector one, a matrix two.

    Fix: None. Somebody has to write the rest.

    Schema: `answer.min_words`; without a schema no length is demanded.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        least = document.schema.answer.min_words
        for question in document.questions:
            answer = question.answer
            if answer is None or not answer.given or question.withdrawn or answer.word_count >= least:
                continue
            words = "1 word" if answer.word_count == 1 else f"{answer.word_count} words"
            yield self.finding(
                document,
                answer.span,
                f"the answer to {quoted(question.plain_text)} has {words}, expected at least {least}",
                question=question,
            )
