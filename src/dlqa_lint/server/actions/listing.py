"""Adding a question to the table of contents."""

from collections.abc import Iterator
from itertools import groupby

from dlqa_lint.edits.new_entries import new_entries, slot_beside
from dlqa_lint.links.contents import all_matches
from dlqa_lint.links.match import Match
from dlqa_lint.links.targets import link_map_of
from dlqa_lint.model.bank import Question
from dlqa_lint.model.finding import Fix
from dlqa_lint.server.actions import REFACTORING, Offer
from dlqa_lint.server.snapshot import Snapshot, asks_at
from dlqa_lint.text.source import Span

TITLE = "add to the contents"


def offers(snapshot: Snapshot, span: Span) -> Iterator[Offer]:
    """An entry for the question here, where contents list others and not this one."""
    question = snapshot.question(span.start)
    if question is None or not asks_at(question, span.start) or not snapshot.settled:
        return
    listed = _listed(snapshot)
    if listed and question.position not in listed:
        yield Offer(TITLE, REFACTORING, lambda: _entry(snapshot, question, listed))


def _listed(snapshot: Snapshot) -> dict[int, Match]:
    """The entries of the document's questions, wherever in the bank they are, by position.

    A list of topics, one of which happens to be a question, is not a place for others:

        - Sails
        - What is a keel?
        - Knots
    """
    found: dict[int, Match] = {}
    for _, group in groupby(all_matches(link_map_of(snapshot.bank.bank)), key=lambda match: match.contents):
        rows = list(group)
        if sum(row.question is not None for row in rows) * 2 < len(rows):
            continue
        for row in rows:
            if row.question and row.document.path == snapshot.path:
                found.setdefault(row.question.position, row)
    return found


def _entry(snapshot: Snapshot, question: Question, listed: dict[int, Match]) -> Fix | None:
    """The fix that adds the entry; None where its neighbour shows no form to follow."""
    known = [other for other in snapshot.document.questions if other.position in listed]
    slot = slot_beside(question, known, listed)
    edits = new_entries([(question, slot)], link_map_of(snapshot.bank.bank))
    return Fix(TITLE, edits.values()) if edits else None
