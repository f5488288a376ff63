"""Tables of contents beside others that list every question: a new question belongs into each of them."""

from collections.abc import Collection

from dlqa_lint.edits.new_entries import new_entries, slot_beside
from dlqa_lint.links.contents import match_entries
from dlqa_lint.links.match import Match
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit


def full_tables(document: Document, link_map: LinkMap) -> frozenset[int]:
    """The indexes of the tables that list every question of their own document; none where it has a single table."""
    if len(document.contents) < 2:
        return frozenset()
    asked = {question.position for question in document.questions if not question.withdrawn}
    return frozenset(
        at for at in range(len(document.contents)) if _listed(document, link_map, at).keys() >= asked != set()
    )


def missing_entries(document: Document, link_map: LinkMap, tables: Collection[int]) -> tuple[Edit, ...]:
    """The edits that add to some tables the questions that are listed in another one."""
    everywhere = [_listed(document, link_map, at) for at in range(len(document.contents))]
    known = {position for listed in everywhere for position in listed}
    edits: dict[Edit, None] = {}
    for at in sorted(tables):
        listed = everywhere[at]
        there = [question for question in document.questions if question.position in listed]
        missing = [q for q in document.questions if q.position in known - listed.keys()]
        if there:
            slots = [(question, slot_beside(question, there, listed)) for question in missing]
            edits |= dict.fromkeys(new_entries(slots, link_map).values())
    return tuple(edits)


def _listed(document: Document, link_map: LinkMap, at: int) -> dict[int, Match]:
    """The first entry of each question in a table, by the question's position."""
    found: dict[int, Match] = {}
    for match in match_entries(document, link_map):
        if match.contents is document.contents[at] and match.question and match.document is document:
            found.setdefault(match.question.position, match)
    return found
