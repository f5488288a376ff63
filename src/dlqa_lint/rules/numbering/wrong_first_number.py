"""wrong-first-number: a run does not begin with its first number."""

from collections.abc import Iterator

from dlqa_lint.bank import Bank, Document
from dlqa_lint.finding import Finding, Severity
from dlqa_lint.rule import BankRule
from dlqa_lint.rules.numbering._faults import Found, found
from dlqa_lint.sequence import series_of


class WrongFirstNumber(BankRule):
    """The first question of a run does not carry the first number.

    A run that goes on where another run of the bank ends (a bank in several files, `1` to `50` and `51` to
    `80`) is right, and where the schema names no first number a count from 0 is right as well.

    A bank that starts at 96 has lost its head: readers look for the 95 questions before it.

    Example:
        # Questions
        ### 3. What is a tensor?
        ### 4. What is a rank?

    Repair:
        # Questions
        ### 1. What is a tensor?
        ### 2. What is a rank?

    Fix: None. Whether questions are missing or the count is off, only the owner knows.

    Schema: `numbering.first` is the first number (none named: 1), `numbering.scope` says where a run begins.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        for wrong in found(bank, "wrong-first"):
            value = wrong.question.number.value[-1] if wrong.question.number else 0
            from_zero = wrong.document.schema.numbering.first is None and value == 0
            if from_zero or _continues(bank, wrong, value):
                continue
            yield self.finding(
                wrong.document,
                wrong.span,
                f"the first {wrong.said}, expected {wrong.expected}",
                question=wrong.question,
            )


def _continues(bank: Bank, wrong: Found, value: int) -> bool:
    """Whether another run of the bank, or an earlier one of the document, ends right before a number."""
    start = wrong.question.span.start
    for document in bank.documents:
        limit = start if document.path == wrong.document.path else len(document.source.text) + 1
        if value - 1 in _ends(document, limit):
            return True
    return False


def _ends(document: Document, limit: int) -> set[int]:
    """The last numbers of the runs of a document that end before an offset."""
    ends = set()
    for series in series_of(document):
        numbered = [member for member in series.members if member.number]
        if numbered and numbered[-1].number and numbered[-1].number.span.start < limit:
            ends.add(numbered[-1].value)
    return ends
