"""no-questions: a question document that asks nothing."""

from collections import Counter
from collections.abc import Iterator

from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import BankRule
from dlqa_lint.text.paths import slashed
from dlqa_lint.text.source import Span

_LEAST = 3
"""Fewer files of one question each are no habit of a folder."""


class NoQuestions(BankRule):
    """A document that should hold questions holds none.

    Meant are documents to which the settings give a schema, and blank files in a folder in which most others
    hold a question each. A merge that went wrong, or a form that no longer is the schema's, must not pass as a
    document without faults.

    Example:
        # Interview questions

    Repair:
        # Interview questions

        ### 1. What is a tensor?

    Fix: None. The questions are gone, or written in a form that nobody could recognise.

    Schema: `question.form`.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        for document in bank.documents:
            if not document.questions:
                span = document.title.span if document.title else Span(0, 0)
                forms = " or ".join(f'"{form}"' for form in document.schema.question.form)
                expected = f", expected some like {forms}" if forms else ", expected some"
                yield self.finding(document, span, f"no questions found{expected}")
        beside = Counter(_folder(document) for document in bank.documents)
        single = Counter(_folder(document) for document in bank.documents if len(document.questions) == 1)
        for blank in bank.blank:
            folder = _folder(blank)
            if single[folder] >= _LEAST and single[folder] * 2 > beside[folder]:
                message = "the file is empty, expected a question as in the files beside it"
                yield self.finding(blank, Span(0, 0), message)


def _folder(document: Document) -> str:
    return slashed(document.path).rpartition("/")[0]
