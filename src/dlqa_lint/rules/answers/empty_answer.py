"""empty-answer: an answer marker with nothing after it."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import DocumentRule, quoted


class EmptyAnswer(DocumentRule):
    """An answer's marker is followed by nothing.

    The reader is promised an answer that is not there. Without a schema, a document in which nothing follows
    any of several markers, and few questions are answered in another way, is a sheet to fill in, and right.

    Example:
        ### 1. What is a tensor?
        Answer:

    Repair:
        ### 1. What is a tensor?
        Answer: An array of numbers with any number of axes.

    Fix: None. Somebody has to write the answer.

    Schema: `answer.form` adds a marker of its own to those that are always known.
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        if _is_sheet(document):
            return
        for question in document.questions:
            answer = question.answer
            if answer is None or answer.marker is None or question.withdrawn or question.marked_option:
                continue
            if answer.empty and answer.placeholder is None and not question.answer_letters:
                marker = " ".join(document.source.slice(answer.marker.span).split())
                yield self.finding(
                    document,
                    answer.marker.span,
                    f"nothing follows {quoted(marker)}, expected the answer to {quoted(question.plain_text)}",
                    question=question,
                )


def _is_sheet(document: Document) -> bool:
    """Whether a document without a schema is there to be filled in: nothing follows any of several markers."""
    marked = [q.answer for q in document.questions if q.answer is not None and q.answer.marker is not None]
    asks = document.schema.inferred and not document.schema.answer.required
    return asks and len(marked) > 1 and all(answer.empty for answer in marked)
