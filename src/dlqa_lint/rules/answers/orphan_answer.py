"""orphan-answer: an answer that no question owns."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.recognise.body.answer_markers import marker_at
from dlqa_lint.rule import DocumentRule, quoted


class OrphanAnswer(DocumentRule):
    """An answer is where no question is: before the first one, or after one that has its answer already.

    The question was deleted or lost its form, and readers find an answer to nothing. Only lines that open as the
    document's own answers do are meant.

    Example:
        # Questions
        Answer: An array of numbers with any number of axes.
        ### 1. What is a rank?
        Answer: The number of axes.

    Repair:
        # Questions
        ### 1. What is a tensor?
        Answer: An array of numbers with any number of axes.
        ### 2. What is a rank?
        Answer: The number of axes.

    Fix: None. Only a person knows the question.

    Schema: `answer.form` adds a marker of its own to those that are always known.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        for remnant in document.remnants:
            if remnant.kind == "orphan-answer" and _has_own_marker(document, remnant.text):
                yield self.finding(
                    document,
                    remnant.span,
                    f"found the answer {quoted(remnant.text)} without a question, expected one above it",
                )


def _has_own_marker(document: Document, text: str) -> bool:
    """Whether a line opens as the answers of its document do: elsewhere `Solution:` may open anything."""
    own = _words(document.schema.answer.form.partition("{text}")[0])
    found = marker_at(text, heading=text.lstrip().startswith("#"), extra=own)
    return bool(own) and found is not None and _words(found[0].partition("{text}")[0]) == own


def _words(opening: str) -> str:
    return "".join(letter for letter in opening.casefold() if letter.isalpha())
