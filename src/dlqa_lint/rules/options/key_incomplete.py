"""key-incomplete: an answer key that leaves out a question."""

from collections.abc import Iterator

from dlqa_lint.links.answer_files import answer_files
from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import BankRule, place, quoted


class KeyIncomplete(BankRule):
    """An answer key of a quiz has no entry for one of its questions.

    Whoever takes the quiz cannot check that answer. The key is below the questions, or in a file beside them
    (`answers.md`, `rivers-key.md`). A question that says its answer itself needs no entry. Many questions that
    one key leaves out are one finding.

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

    def check(self, bank: Bank) -> Iterator[Finding]:
        for document in bank.documents:
            for key in document.keys:
                missing = [question for question in key.asked(document.questions) if _is_missing(question)]
                yield from self._missing(
                    document, missing, Place(document.path, key.heading, "the answer key")
                )
        for quiz, file, key in answer_files(bank.documents, bank.answer_files):
            missing = [q for q in quiz.questions if _is_missing(q) and key.entry_of(q) is None]
            yield from self._missing(quiz, missing, Place(file.path, key.heading, "the answer key"))

    def _missing(self, document: Document, missing: list[Question], key: Place) -> Iterator[Finding]:
        for group in [missing] if len(missing) > _MANY else [[question] for question in missing]:
            question, *others = group
            label = f"{question.number.label} " if question.number else ""
            more = f" (nor for {len(others)} more)" if others else ""
            asked = f"question {label}{quoted(question.plain_text)}{more}"
            message = f"the answer key has no entry for {asked}, expected one for each"
            related = [key, *(place(document, other, "not in the key either") for other in others)]
            span = question.number.span if question.number else question.span
            yield self.finding(document, span, message, question=question, related=related)


_MANY = 4


def _is_missing(question: Question) -> bool:
    """Whether nothing says which option of a numbered question is right."""
    told = question.answered or question.answer_letters or question.withdrawn
    return len(question.options) > 1 and not told and question.number is not None
