"""missing-answer: a question with nothing below it."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from dlqa_lint.links.entries import normal
from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import LinkedRule, place, quoted
from dlqa_lint.rules.scattered_choices import are_told, is_scattered, scattered_choices

_MANY = 10
"""This many unanswered questions in a section, with none answered, have one cause."""
_HABIT = 3
"""Files of one question each show that answers are expected where so many have one, and three in four."""


class MissingAnswer(LinkedRule):
    """A question has no answer, not even a marker for one.

    A marked option is an answer, and so is a link alone, also one that the question's words are. Headings stacked on
    one answer, with no blank line between them and no more than six, share it, and withdrawn questions need none. Nor
    does one that is asked again with an answer: it is in an index, or a duplicate-question; of several without an
    answer the last one counts. A section of many
    questions in which nothing is answered, beside sections with answers, is one finding.

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

    Schema: `answer.required`; without a schema answers are required where enough questions have one: a quarter, a
    third in a list, or a tenth with a marker. Code, images, hints and further questions alone do not count then, and
    notes only where half have an answer. Of files with one question each, three in four of the bank must have one.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        expected = _answers_are_usual([document for document in bank.documents if _is_single(document)])
        told = are_told(scattered_choices(bank), by_letters=True)
        for document in bank.documents:
            if document.schema.answer.required or (expected and _is_single(document)):
                yield from self._document(document, told=told and is_scattered(document))

    def _document(self, document: Document, *, told: bool) -> Iterator[Finding]:
        """The findings in a document; `told` where questions that offer a choice belong to no-correct-option."""
        choices = [question for question in document.questions if len(question.options) > 1]
        marked = told or sum(question.marked_option for question in choices) * 2 > len(choices)
        missing = [
            question
            for question in document.questions
            if _lacks_answer(question) and not (marked and len(question.options) > 1)
        ]
        if missing:
            answered = {_asked(question) for question in document.questions if question.answered}
            last = {_asked(question): question.position for question in missing}
            missing = [
                question
                for question in missing
                if _asked(question) not in answered and last[_asked(question)] == question.position
            ]
        for group in _by_section(document, missing):
            question, *others = group
            where = question.text_span if question.text_span.end > question.text_span.start else question.span
            message = f"question {quoted(question.plain_text)} has no answer, expected one below it"
            if others:
                section = quoted(document.sections[question.section].name)
                message = (
                    f"none of the {len(group)} questions of the section {section} has an answer, expected one below "
                    "each, as in the other sections"
                )
            related = [place(document, other, "no answer either") for other in others]
            yield self.finding(document, where, message, question=question, related=related)


def _asked(question: Question) -> tuple[str, str]:
    """What a question asks: where it is asked again with an answer, it is a duplicate-question or in an index."""
    return normal(question.plain_text), question.prompt


def _is_single(document: Document) -> bool:
    """Whether a document without a schema holds one question, so that only its bank shows what is usual."""
    return document.schema.inferred and len(document.questions) == 1


def _answers_are_usual(documents: list[Document]) -> bool:
    """Whether nearly all of some files of one question have an answer."""
    lacking = sum(_lacks_answer(document.questions[0]) for document in documents)
    return len(documents) - lacking >= max(_HABIT, 3 * lacking)


def _lacks_answer(question: Question) -> bool:
    excused = question.shares_answer or question.withdrawn or question.marked_option or question.leads_out
    # Options that could be marked and are not belong to no-correct-option.
    ticked = any(option.correct is not None for option in question.options)
    return question.answer is None and not excused and not ticked


def _by_section(document: Document, missing: list[Question]) -> Iterator[list[Question]]:
    """The questions without an answer, one by one; those of a section in which nothing is answered together.

    Such a section is an index of questions, or waits for its author, and that is one cause.
    """
    asked = Counter(question.section for question in document.questions)
    lacking = Counter(question.section for question in missing)
    answered = {section for section in asked if lacking[section] * 2 < asked[section]}
    for section, group in groupby(missing, key=lambda question: question.section):
        whole = section >= 0 and lacking[section] == asked[section] >= _MANY and answered
        questions = list(group)
        yield from [questions] if whole else [[question] for question in questions]
