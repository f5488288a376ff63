"""answer-not-an-option: an answer that names an option which is not offered."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.source import Span


class AnswerNotAnOption(DocumentRule):
    """The answer of a quiz question names a letter that none of its options has.

    Nobody can tell which option is right: the letter is a slip, or an option was lost.

    Example:
        A. a list
        B. a tuple

        Answer: D

    Repair:
        Answer: A

    Fix: None. Which option is right, only somebody who knows can say.

    Schema: `answer.form`, `options.form`, by which answers and options are recognised.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        for question in document.questions:
            known = _letters(question)
            unknown = [letter for letter in question.answer_letters if letter.upper() not in known]
            if unknown and known:
                span = question.answer_letters_span or Span(question.span.start, question.span.end)
                letters = " and ".join(quoted(letter) for letter in unknown)
                message = f"the answer names {letters}, expected one of {', '.join(known)}"
                yield self.finding(document, span, message, question=question)


def _letters(question: Question) -> list[str]:
    """What a question's options are called; options without a label go by their place."""
    if len(question.options) < 2:
        return []
    labels = [option.label.upper() for option in question.options]
    if all(labels):
        return labels
    letters = all(letter.isalpha() for letter in question.answer_letters)
    return (
        [chr(ord("A") + at) if letters else str(at + 1) for at in range(len(labels))]
        if not any(labels)
        else []
    )
