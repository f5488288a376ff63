"""Renumbering a run of questions from one of them on."""

from collections.abc import Iterator
from functools import partial

from dlqa_lint.edits.mentions import Mentions
from dlqa_lint.edits.renumber import padding, renumbering
from dlqa_lint.edits.sequence import Series, renumbered, series_of
from dlqa_lint.links.targets import link_map_of
from dlqa_lint.model.finding import Fix
from dlqa_lint.server.actions import REFACTORING, Offer
from dlqa_lint.server.snapshot import Snapshot, asks_at
from dlqa_lint.text.source import Span

TITLE = "renumber from here"


def offers(snapshot: Snapshot, span: Span) -> Iterator[Offer]:
    """New numbers from the question here on, counted from the one before it, where that changes any."""
    question = snapshot.question(span.start)
    if question is None or not asks_at(question, span.start) or not snapshot.settled:
        return
    for series in series_of(snapshot.document):
        for index, member in enumerate(series.members):
            if member.question == question and _changes(series, index):
                yield Offer(TITLE, REFACTORING, partial(_fix, snapshot, series, index))


def _changes(series: Series, start: int) -> bool:
    """Whether any number from a member of a series on is another than it would be."""
    values = renumbered(series, start) if series.scope != "ids" else {}
    return any(series.members[index].value != value for index, value in values.items())


def _fix(snapshot: Snapshot, series: Series, start: int) -> Fix | None:
    """The fix that takes contents, links and references along; None where something would stay behind."""
    numbers = {index: member.number for index, member in enumerate(series.members) if member.number}
    values = {numbers[index]: value for index, value in renumbered(series, start).items()}
    mentions = Mentions(link_map_of(snapshot.bank.bank))
    edits = renumbering(mentions, snapshot.document, values, padding(dict.fromkeys(numbers.values())))
    return Fix(TITLE, edits) if edits else None
