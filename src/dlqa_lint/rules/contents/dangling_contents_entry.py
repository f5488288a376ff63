"""dangling-contents-entry: contents entries that lead nowhere."""

from collections.abc import Iterator
from typing import NamedTuple

from dlqa_lint.edits.entry_edits import pointed
from dlqa_lint.links.contents import match_entries
from dlqa_lint.links.entries import NEARLY, entry_label, entry_words, likeness, normal
from dlqa_lint.links.match import Match
from dlqa_lint.links.targets import LinkMap, heading_anchors, link_map_of
from dlqa_lint.links.typing_slips import slips
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding, Fix, Place, Severity
from dlqa_lint.rule import LinkedRule, quoted
from dlqa_lint.text.source import Span

_MANY = 4


class DanglingContentsEntry(LinkedRule):
    """An entry of a table of contents leads nowhere.

    A click on it does nothing, and the reader cannot tell whether the question is gone or only its link is
    wrong. Reported are empty links, destinations with a space (which are not links at all), anchors that
    neither a heading nor an HTML tag has, and anchors that lack their `#` among others that have it. Links to
    files that are not linted, and to other sites, are never judged.

    Example:
        - [What is dropout?](#what-is-droput)

    Repair:
        - [What is dropout?](#what-is-dropout)

    Fix: Gives the link the anchor of the one question, or else the one heading, that the entry means: by its
    number and words, or by what its anchor says. A heading that says just what the anchor says (`#4-knots`
    and `📊 4. Knots`) comes before one that says what the words do. It is safe, for only the link changes; it is
    unsafe where the heading may hold the slip, and where nothing but the number tells the question. Where none or
    several would do there is none, and the entry stays. Many such entries of one table are one finding.

    Schema: `contents.anchors`.
    """

    severity = Severity.ERROR
    hangs_on_reading = False

    def check(self, bank: Bank) -> Iterator[Finding]:
        link_map = link_map_of(bank)
        for document in bank.documents:
            tables: dict[tuple[Span, bool, bool], list[_Dead]] = {}
            for match in match_entries(document, link_map):
                if match.entry.link and not (match.outside or match.landing or match.again):
                    anchor = _meant(match, link_map)
                    sure = match.sure and not _is_slip(match)
                    key = match.contents.span, anchor is None, sure
                    tables.setdefault(key, []).append(_Dead(match, anchor))
            for (_, _, sure), dead in tables.items():
                # So many in one table were never set, or their questions have gone together.
                for group in [dead] if len(dead) > _MANY else [[one] for one in dead]:
                    yield self._finding(group, sure=sure)

    def _finding(self, group: "list[_Dead]", *, sure: bool) -> Finding:
        (match, anchor), *others = group
        edits = [
            pointed(one.match.owner, one.match.entry, one.anchor, _sibling(one.match))
            for one in group
            if one.anchor is not None
        ]
        made = [edit for edit in edits if edit is not None]
        title = f"link to #{anchor}" if not others else "give the entries the anchors of their questions"
        fix = Fix(title, made, sure) if made and len(made) == len(group) else None
        expected = f", expected {quoted(f'#{anchor}')}" if anchor is not None else ""
        if match.question and _is_slip(match):
            expected += f" of {quoted(match.question.plain_text)} at line {match.question.line}"
        target = match.entry.link.target if match.entry.link else ""
        more = f" (and {len(others)} more entries likewise)" if others else ""
        said = quoted(entry_label(match.entry))
        message = f"the contents entry {said} {_fault(target, match)}{expected}{more}"
        related = [Place(one.match.owner.path, one.match.entry.span, "this entry too") for one in others]
        return self.finding(match.owner, match.entry.span, message, related=related, fix=fix)


class _Dead(NamedTuple):
    """An entry that leads nowhere, and the anchor that it should have, if that is known."""

    match: Match
    anchor: str | None


def _is_slip(match: Match) -> bool:
    """Whether an entry and its link agree, and differ from the heading by a slip that may be the heading's."""
    if match.question is None or match.entry.link is None:
        return False
    words = normal(entry_words(match.entry))
    agree = normal(match.entry.link.target.partition("#")[2]).endswith(words) and bool(words)
    asked = match.question.plain_text
    near = likeness(words, normal(asked)) >= NEARLY or slips(entry_words(match.entry), asked) is not None
    return agree and near and words != normal(asked)


def _fault(target: str, match: Match) -> str:
    if not target:
        return "has an empty link"
    if any(map(str.isspace, target)):
        return f"is not a link, for its destination {quoted(target)} holds a space"
    if "#" not in target:
        return f'leads to a file {quoted(target)}, for its link lacks the "#" of an anchor'
    elsewhere = f" in {match.document.path}" if match.document.path != match.owner.path else ""
    return f"leads nowhere: no heading{elsewhere} has the anchor {quoted('#' + target.partition('#')[2])}"


def _sibling(match: Match) -> str:
    """The target of an entry that shows how this table of contents spells its links."""
    return next((e.link.target for e in match.contents.entries if e.link and "%" in e.link.target), "#")


def _meant(match: Match, link_map: LinkMap) -> str | None:
    """The anchor of the question, or else of the heading, that an entry means."""
    if match.question:
        return link_map.targets(match.document).by_question.get(match.question.position)
    said = normal(match.entry.link.target.partition("#")[2]) if match.entry.link else ""
    return _heading(match.document, said, normal(entry_words(match.entry)))


def _heading(document: Document, said: str, words: str) -> str | None:
    """The anchor of the one heading that says what an anchor said, or else what the entry's words are."""
    if not words:
        return None
    exact = [
        anchor
        for heading, anchor in zip(document.headings, heading_anchors(document), strict=True)
        if said and heading.question is None and said == normal(heading.plain_text)
    ]
    if exact:
        return exact[0] if len(exact) == 1 else None
    near = [
        (likeness(words, normal(heading.plain_text)), anchor)
        for heading, anchor in zip(document.headings, heading_anchors(document), strict=True)
        if heading.question is None
    ]
    likely = [anchor for score, anchor in near if score == 1.0] or [
        anchor for score, anchor in near if score >= NEARLY
    ]
    return likely[0] if len(likely) == 1 else None
