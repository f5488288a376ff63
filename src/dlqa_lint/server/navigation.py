"""Where one goes from a place: to a question, to its contents entry, to the question that asks the same."""

from collections.abc import Iterator

from lsprotocol.types import Location

from dlqa_lint.filters.suppressions import DUPLICATES
from dlqa_lint.links.contents import all_matches
from dlqa_lint.links.references import references
from dlqa_lint.links.targets import LinkMap, link_map_of
from dlqa_lint.model.bank import Question
from dlqa_lint.server.similar_questions import twins_of
from dlqa_lint.server.snapshot import Snapshot, asks_at
from dlqa_lint.text.source import Span


def destinations(snapshot: Snapshot, offset: int) -> list[Location]:
    """The places to go to, each once."""
    found = [
        location for path, span in _places(snapshot, offset) if (location := snapshot.location(path, span))
    ]
    return [location for at, location in enumerate(found) if location not in found[:at]]


def _places(snapshot: Snapshot, offset: int) -> Iterator[tuple[str, Span]]:
    link_map = link_map_of(snapshot.bank.bank)
    leading = list(_from_entry(snapshot, link_map, offset)) or list(_from_text(snapshot, link_map, offset))
    question = snapshot.question(offset)
    if leading:
        yield from leading
    elif question and asks_at(question, offset):
        yield from _from_question(snapshot, link_map, question)


def _from_entry(snapshot: Snapshot, link_map: LinkMap, offset: int) -> Iterator[tuple[str, Span]]:
    """From an entry of the contents to its question."""
    for match in all_matches(link_map):
        here = match.owner.path == snapshot.path and _touches(match.entry.span, offset)
        if here and match.question:
            yield match.document.path, match.question.span


def _from_text(snapshot: Snapshot, link_map: LinkMap, offset: int) -> Iterator[tuple[str, Span]]:
    """From a reference, or from a link into the bank, to where it leads."""
    for reference in references(snapshot.document):
        if not reference.target or not _touches(reference.phrase, offset):
            continue
        # Of "questions 3 and 5" each number leads to its own; "question 3" leads there as a whole.
        alone = reference.phrase.end == reference.span.end
        if alone or _touches(reference.span, offset):
            yield snapshot.path, reference.target.span
    for link in snapshot.document.links:
        aim = link_map.aim(snapshot.document, link) if _touches(link.span, offset) else None
        if aim is None:
            continue
        landing = link_map.targets(aim.document).find(aim.fragment) if aim.fragment else None
        if landing or aim.fragment is None:
            at = landing.at if landing else 0
            yield aim.document.path, Span(at, at)


def _touches(span: Span, offset: int) -> bool:
    """Whether a caret at an offset is in a span, or at one of its ends."""
    return span.start <= offset <= span.end


def _from_question(snapshot: Snapshot, link_map: LinkMap, question: Question) -> Iterator[tuple[str, Span]]:
    """From a question to its entries in the contents, and to the questions that ask the same."""
    for match in all_matches(link_map):
        meant = match.question if match.document.path == snapshot.path else None
        if meant and meant.position == question.position:
            yield match.owner.path, match.entry.span
    for finding in (*snapshot.findings, *snapshot.echoes):
        if finding.family == DUPLICATES and finding.span.start <= question.span.end <= finding.span.end:
            for place in finding.related:
                yield place.path, place.span
    for twin in twins_of(snapshot, question):
        yield twin.document.path, twin.question.span
