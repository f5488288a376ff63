"""dangling-contents-entry: contents entries that lead nowhere."""

from collections.abc import Iterator

from dlqa_lint.edits.entry_edits import pointed
from dlqa_lint.links.contents import NEARLY, Match, all_matches, entry_words, likeness, normal
from dlqa_lint.links.targets import Shelf, heading_anchors, shelf_of
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding, Fix, Severity
from dlqa_lint.rule import BankRule, quoted


class DanglingContentsEntry(BankRule):
    """An entry of a table of contents leads nowhere.

    A click on it does nothing, and the reader cannot tell whether the question is gone or only its link is
    wrong. Meant are empty links, destinations with a space (which are no links at all), and anchors that
    neither a heading nor an HTML tag has. Links to files that are not linted, and to other sites, are never
    judged.

    Example:
        - [What is dropout?](#what-is-droput)

    Repair:
        - [What is dropout?](#what-is-dropout)

    Fix: Gives the link the anchor of the one question, or else the one heading, that has nearly the entry's
    words. It is safe, for only the link changes. Where none or several would do there is none, and the
    entry stays.

    Schema: `contents.anchors`.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        shelf = shelf_of(bank)
        for match in all_matches(shelf):
            link = match.entry.link
            if link is None or match.outside or match.landing:
                continue
            anchor = _meant(match, shelf)
            edit = pointed(match.owner, match.entry, anchor, _sibling(match)) if anchor is not None else None
            fix = Fix(f"link to #{anchor}", (edit,)) if edit else None
            expected = f", expected {quoted('#' + anchor)}" if anchor is not None else ""
            said = quoted(entry_words(match.entry))
            message = f"the contents entry {said} {_fault(link.target, match)}{expected}"
            yield self.finding(match.owner, match.entry.span, message, fix=fix)


def _fault(target: str, match: Match) -> str:
    if not target:
        return "has an empty link"
    if any(map(str.isspace, target)):
        return f"is no link, for its destination {quoted(target)} holds a space"
    elsewhere = f" in {match.document.path}" if match.document.path != match.owner.path else ""
    return f"leads nowhere: no heading{elsewhere} has the anchor {quoted('#' + target.partition('#')[2])}"


def _sibling(match: Match) -> str:
    """The target of an entry that shows how this table of contents spells its links."""
    return next((e.link.target for e in match.contents.entries if e.link and "%" in e.link.target), "#")


def _meant(match: Match, shelf: Shelf) -> str | None:
    """The anchor of the question, or else of the heading, that an entry means."""
    if match.question:
        return shelf.targets(match.document).by_question.get(match.question.position)
    return _heading(match.document, normal(entry_words(match.entry)))


def _heading(document: Document, words: str) -> str | None:
    if not words:
        return None
    near = [
        (likeness(words, normal(heading.plain_text)), anchor)
        for heading, anchor in zip(document.headings, heading_anchors(document), strict=True)
        if heading.question is None
    ]
    likely = [anchor for score, anchor in near if score == 1.0] or [
        anchor for score, anchor in near if score >= NEARLY
    ]
    return likely[0] if len(likely) == 1 else None
