"""question-stub: a place for a question that asks nothing."""

from collections.abc import Iterator

from dlqa_lint.language.vocabulary import is_question_label
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted


class QuestionStub(DocumentRule):
    """A line is written like a question and has no text: an empty list item, a heading of a number alone.

    A heading that says no more than `Question`, with options below it, has no text either: it was copied from
    a template.

    Readers see a number without a question, and in lists the renderer counts it.

    Example:
        1. What is a tensor?
        2.

    Repair:
        1. What is a tensor?

    Fix: None. The question may have been lost, and taking the line away can shift the numbers below it.

    Schema: `question.form`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        stubs = [remnant.span for remnant in document.remnants if remnant.kind == "stub"]
        stubs += [question.span for question in document.questions if is_question_label(question.plain_text)]
        for span in sorted(stubs):
            written = quoted(document.source.slice(span))
            yield self.finding(document, span, f"{written} asks nothing, expected the text of a question")
