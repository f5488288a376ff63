"""duplicate-number: two questions of a run carry the same number."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import LinkedRule
from dlqa_lint.rules.numbering._faults import begins_again, fix_from, found, other, where


class DuplicateNumber(LinkedRule):
    """A question carries a number that an earlier question of the same run already has.

    The finding is at the later question. After `4, 4, 5, 6` every number is one too low, which is one
    slip and one finding, at the second 4; where several numbers in a row are used again, the first of them is
    reported. `17a` and `17b` beside `17` are numbers of their own, and so are headings stacked on one answer.

    Whoever cites the number names two questions, and a link by number leads to the wrong one.

    Example:
        ### 4. What is a kernel?
        ### 4. What is a stride?
        ### 5. What is padding?

    Repair:
        ### 4. What is a kernel?
        ### 5. What is a stride?
        ### 6. What is padding?

    Fix: Numbers the questions from the second use on, and takes contents, anchors, links and references
    along. No word changes. As readers cite numbers, the fix is safe only where a schema file gives the
    owner's word; stable ids are never renumbered. Only the first ten such numbers of a run carry it, as each
    puts those after it right too.

    Schema: `numbering.scope` says which questions share a count; with `ids` a number must be unique in the
    document.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        for again in found(bank, "duplicate"):
            if begins_again(again):
                continue  # that is a restarted-list
            free = again.expected if again.series.scope != "ids" else "a number of its own"
            yield self.finding(
                again.document,
                again.span,
                f"{again.said}, expected {free}; there is already {where(again.fault.other)}",
                question=again.question,
                related=other(again, "the first question with this number"),
                fix=fix_from(again),
            )
