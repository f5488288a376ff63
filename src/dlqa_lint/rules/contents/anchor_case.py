"""anchor-case: links whose anchor is right but for capitals."""

from collections.abc import Iterator

from dlqa_lint.links.targets import shelf_of
from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Edit, Finding, Fix, Severity
from dlqa_lint.rule import BankRule, quoted
from dlqa_lint.text.source import Span


class AnchorCase(BankRule):
    """A link's anchor is right but for its capitals.

    Anchors of headings are all lower case. Some sites forgive capitals, others and most editors do not.

    Example:
        [boosting](#AdaBoost)

        ## AdaBoost

    Repair:
        [boosting](#adaboost)

    Fix: Writes the anchor as the heading has it. It is safe, for the link leads where it was meant to lead.

    Schema: `contents.anchors`.
    """

    severity = Severity.INFO

    def check(self, bank: Bank) -> Iterator[Finding]:
        shelf = shelf_of(bank)
        for document in bank.documents:
            for link in document.links:
                aim = shelf.aim(document, link)
                if aim is None or not aim.fragment or shelf.targets(aim.document).find(aim.fragment):
                    continue
                anchor = shelf.targets(aim.document).but_for_case(aim.fragment)
                if anchor is not None:
                    span = Span(link.target_span.end - len(aim.fragment), link.target_span.end)
                    fix = Fix("write the anchor as its heading has it", (Edit(document.path, span, anchor),))
                    written, right = quoted("#" + aim.fragment), quoted("#" + anchor)
                    message = f"the anchor {written} has wrong capitals, expected {right}"
                    yield self.finding(document, link.target_span, message, fix=fix)
