"""broken-question-reference: references to questions by numbers that no question has."""

from collections.abc import Iterator

from dlqa_lint.links.references import references
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import DocumentRule, quoted


class BrokenQuestionReference(DocumentRule):
    """An answer sends its reader to a question number that the document does not have.

    The reader searches for it in vain: the question was deleted, or everything was renumbered but this
    sentence.

    Example:
        (of 50 questions)

        It is a regulariser, see question 72.

    Repair:
        It is a regulariser, see question 27.

    Fix: None. Which question was meant only its author knows. Renumbering takes references along, so that
    they do not break that way.

    Schema: nothing but the numbers that the question's form gives.
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        labels = [question.number.label for question in document.questions if question.number]
        for reference in references(document):
            # Text outside of answers may be about another document.
            if reference.question and reference.target is None:
                said = quoted(document.source.slice(reference.phrase))
                message = f"{said} names no question, expected a number from {labels[0]} to {labels[-1]}"
                yield self.finding(document, reference.span, message, question=reference.question)
