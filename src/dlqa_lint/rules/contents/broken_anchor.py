"""broken-anchor: links, other than contents entries, whose anchor leads nowhere."""

from collections.abc import Iterator

from dlqa_lint.links.targets import LinkMap, link_map_of
from dlqa_lint.model.bank import Bank, Document, Link, question_at
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import LinkedRule, quoted

_MANY = 4


class BrokenAnchor(LinkedRule):
    """A link in the text has an anchor that nothing in the linked document has.

    The reader clicks and stays where he was, or lands at the top of another file. Entries of tables of
    contents are the business of `dangling-contents-entry`; links out of the bank are never judged. A
    back-to-top line that every question repeats is one finding, and so are anchors that were never set.

    Example:
        See [above](#dropout-explained).

    Repair:
        See [above](#what-is-dropout).

    Fix: None. Where the link should lead only its author knows.

    Schema: `contents.anchors`.
    """

    severity = Severity.ERROR
    hangs_on_reading = False

    def check(self, bank: Bank) -> Iterator[Finding]:
        link_map = link_map_of(bank)
        for document in bank.documents:
            broken: dict[str, list[Link]] = {}
            for link in _text_links(document):
                aim = link_map.aim(document, link)
                if aim is None or not aim.fragment or any(map(str.isspace, aim.fragment)):
                    continue
                targets = link_map.targets(aim.document)
                if not targets.find(aim.fragment) and targets.but_for_case(aim.fragment) is None:
                    broken.setdefault(link.target, []).append(link)
            if len(broken) > _MANY and len(broken) * 2 > _aimed(link_map, document):
                yield self._never_set(document, list(broken.values()))
                continue
            for target, links in broken.items():
                yield self._finding(document, target, links)

    def _never_set(self, document: Document, broken: list[list[Link]]) -> Finding:
        """Most links of a document lead nowhere, each to another anchor: these were never set."""
        first, *others = [link for links in broken for link in links]
        said = f"the link {quoted(first.text)} leads nowhere, and so do {len(others)} more"
        target = quoted("#" + first.target.partition("#")[2])
        message = f"{said}: nothing has the anchor {target}, expected anchors that are set"
        related = [Place(document.path, link.span, "leads nowhere too") for link in others]
        owner = question_at(document, first.span.start)
        return self.finding(document, first.target_span, message, question=owner, related=related)

    def _finding(self, document: Document, target: str, links: list[Link]) -> Finding:
        first, *others = links
        base, _, fragment = target.partition("#")
        where = f"nothing in {base}" if base else "nothing"
        again = (
            f" ({len(others)} more links to it)"
            if len(others) > 1
            else " (1 more link to it)"
            if others
            else ""
        )
        said = f"the link {quoted(first.text)} leads nowhere"
        message = f"{said}: {where} has the anchor {quoted('#' + fragment)}{again}"
        related = (Place(document.path, link.span, "also linked here") for link in others)
        owner = question_at(document, first.span.start)
        return self.finding(document, first.target_span, message, question=owner, related=related)


def _aimed(link_map: LinkMap, document: Document) -> int:
    """How many anchors of the bank the links in a document's text name."""
    aims = (link_map.aim(document, link) for link in _text_links(document))
    return len({(aim.document.path, aim.fragment) for aim in aims if aim and aim.fragment})


def _text_links(document: Document) -> Iterator[Link]:
    listed = {entry.link.span for table in document.contents for entry in table.entries if entry.link}
    return (link for link in document.links if link.span not in listed)
