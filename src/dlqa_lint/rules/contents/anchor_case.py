"""anchor-case: links whose anchor is right but for capitals."""

from collections.abc import Iterator
from urllib.parse import quote, unquote

from dlqa_lint.links.targets import LinkMap, link_map_of
from dlqa_lint.model.bank import Bank, Document, Link
from dlqa_lint.model.finding import Edit, Finding, Fix, Place, Severity
from dlqa_lint.rule import LinkedRule, quoted
from dlqa_lint.text.counts import counted
from dlqa_lint.text.source import Span


class AnchorCase(LinkedRule):
    """A link's anchor is right but for its capitals.

    Anchors of headings are all lower case. Some sites forgive capitals, others and most editors do not. All such
    links of a document are one finding, which is made only where the rule is selected.

    Example:
        [boosting](#AdaBoost)

        ## AdaBoost

    Repair:
        [boosting](#adaboost)

    Fix: Writes the anchor as the heading has it. It is safe, for the link leads where it was meant to lead.

    Schema: `contents.anchors`.
    """

    severity = Severity.INFO
    default = False
    hangs_on_reading = False

    def check(self, bank: Bank) -> Iterator[Finding]:
        link_map = link_map_of(bank)
        for document in bank.documents:
            if found := list(_miscased(link_map, document)):
                yield self._finding(document, found)

    def _finding(self, document: Document, found: "list[tuple[Link, Edit]]") -> Finding:
        (link, edit), *others = found
        written = unquote(document.source.slice(edit.span))
        more = f" (and {counted(len(others), 'more link')} likewise)" if others else ""
        right = quoted("#" + unquote(edit.replacement))
        message = f"the anchor {quoted('#' + written)} has wrong capitals, expected {right}{more}"
        fix = Fix("write the anchors as their headings have them", [edit for _, edit in found])
        related = [Place(document.path, other.target_span, "wrong capitals too") for other, _ in others]
        return self.finding(document, link.target_span, message, related=related, fix=fix)


def _miscased(link_map: LinkMap, document: Document) -> Iterator[tuple[Link, Edit]]:
    """The links of a document whose anchors are right but for their capitals, and the edits that repair them."""
    for link in document.links:
        aim = link_map.aim(document, link)
        if aim is None or not aim.fragment or link_map.targets(aim.document).find(aim.fragment):
            continue
        anchor = link_map.targets(aim.document).but_for_case(aim.fragment)
        if anchor is not None:
            span = Span(link.target_span.end - len(aim.fragment), link.target_span.end)
            # What is percent-encoded stays so.
            encoded = quote(anchor) if "%" in aim.fragment else anchor
            yield link, Edit(document.path, span, encoded)
