"""number-out-of-order: a question's number does not fit between those of its neighbours."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import LinkedRule
from dlqa_lint.rules.numbering._faults import fix_from, found, other, where


class NumberOutOfOrder(LinkedRule):
    """A question's number is higher or lower than its place in the run allows.

    As many numbers as possible are taken to be right (the longest increasing part of the run); the others are
    out of order. A number that an earlier question already has is a duplicate-number instead.

    A reader who scrolls by number passes the question, and takes it for missing.

    Example:
        ### 3. What is a tensor?
        ### 40. What is a rank?
        ### 5. What is a shape?

    Repair:
        ### 3. What is a tensor?
        ### 4. What is a rank?
        ### 5. What is a shape?

    Fix: Numbers the questions from this one on in the order in which they are, and takes contents, anchors,
    links and references along. No question moves and no word changes. As readers cite numbers, the fix is
    safe only where a schema file gives the owner's word. Only the first ten such numbers of a run carry it,
    as each puts those after it right too.

    Schema: `numbering.scope`; with `ids` and `none` order is free, and with `hierarchy` the last component is
    compared among the children of one parent.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        for stray in found(bank, "out-of-order"):
            before = stray.fault.other
            place = f"after {where(before)}" if before else "first"
            yield self.finding(
                stray.document,
                stray.span,
                f"{stray.said} and comes {place}, expected {stray.expected} in the order of the document",
                question=stray.question,
                related=other(stray, "the number before"),
                fix=fix_from(stray),
            )
