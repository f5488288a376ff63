"""key-incomplete: an answer key that leaves out a question."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import DocumentRule, place, quoted


class KeyIncomplete(DocumentRule):
    """An answer key behind a quiz has no entry for one of its questions.

    Who takes the quiz cannot check that answer. A question that says its answer itself needs no entry. Many
    questions that one key leaves out are one finding.

    Example:
        1. Which is red?
        2. Which is green?
        3. Which is blue?

        ## Answers

        1. A
        3. B

    Repair:
        1. A
        2. B
        3. B

    Fix: None. Which option is right, only somebody who knows can say.

    Schema: `options.form`, by which options are recognised.
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        for key in document.keys:
            missing = [question for question in key.asked(document.questions) if _is_missing(question)]
            for group in [missing] if len(missing) > _MANY else [[question] for question in missing]:
                question, *others = group
                label = f"{question.number.label} " if question.number else ""
                more = f" (nor for {len(others)} more)" if others else ""
                message = (
                    f"the answer key has no entry for question {label}{quoted(question.plain_text)}{more}, "
                )
                related = [
                    Place(document.path, key.heading, "the answer key"),
                    *(place(document, other, "not in the key either") for other in others),
                ]
                span = question.number.span if question.number else question.span
                message += "expected one for each"
                yield self.finding(document, span, message, question=question, related=related)


_MANY = 4


def _is_missing(question: Question) -> bool:
    """Whether nothing says which option of a numbered question is right."""
    told = question.answered or question.answer_letters or question.withdrawn
    return len(question.options) > 1 and not told and question.number is not None
