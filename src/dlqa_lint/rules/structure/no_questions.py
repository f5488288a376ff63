"""no-questions: a question document that asks nothing."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import DocumentRule
from dlqa_lint.text.source import Span


class NoQuestions(DocumentRule):
    """A document that should hold questions holds none.

    Meant are documents to which the settings give a schema. A merge that went wrong, or a form that no
    longer is the schema's, must not pass as a document without faults.

    Example:
        # Interview questions

    Repair:
        # Interview questions

        ### 1. What is a tensor?

    Fix: None. The questions are gone, or written in a form that nobody could recognise.

    Schema: `question.form`.
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        if not document.questions:
            span = document.title.span if document.title else Span(0, 0)
            forms = " or ".join(f'"{form}"' for form in document.schema.question.form)
            expected = f", expected some like {forms}" if forms else ", expected some"
            yield self.finding(document, span, f"no questions found{expected}")
