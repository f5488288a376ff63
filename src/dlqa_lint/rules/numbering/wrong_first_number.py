"""wrong-first-number: a run does not begin with its first number."""

from collections.abc import Iterable, Iterator

from dlqa_lint.edits.sequence import series_of
from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import BankRule
from dlqa_lint.rules.numbering._faults import Found, found


class WrongFirstNumber(BankRule):
    """The first question of a run does not carry the first number.

    A run that goes on where a run of another file of the bank ends (`1` to `50` here, `51` to `80` there) is
    right. Without a schema so is one that goes on where an earlier run of its own file ends, and a count from
    0.

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
        wrongs = list(found(bank, "wrong-first"))
        ends = _ends(bank) if wrongs else {}
        for wrong in wrongs:
            value = wrong.question.number.value[-1] if wrong.question.number else 0
            from_zero = wrong.document.schema.numbering.first is None and value == 0
            if from_zero or _continues(wrong, ends.get(value - 1, ())):
                continue
            yield self.finding(
                wrong.document,
                wrong.span,
                f"the first {wrong.said}, expected {wrong.expected}",
                question=wrong.question,
            )


def _continues(wrong: Found, ends: Iterable[tuple[str, int]]) -> bool:
    """Whether a run of another file (without a schema, also of this one) ends right before a number."""
    own, start = wrong.document, wrong.question.span.start
    return any(path != own.path or (at < start and own.schema.inferred) for path, at in ends)


def _ends(bank: Bank) -> dict[int, list[tuple[str, int]]]:
    """The files and places at which a run ends with a number, by that number."""
    found: dict[int, list[tuple[str, int]]] = {}
    for document in bank.documents:
        for series in series_of(document):
            last = next((member for member in reversed(series.members) if member.number), None)
            if last and last.number:
                found.setdefault(last.value, []).append((document.path, last.number.span.start))
    return found
