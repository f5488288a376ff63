"""Links of documents that no fix is about: they follow the headings of those that were fixed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from dlqa_lint.links.targets import Landing, LinkMap, heading_anchors
from dlqa_lint.model.bank import Document, Link, Number
from dlqa_lint.model.finding import Edit
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.source import Span


class _Goal(NamedTuple):
    """Where a link has to lead now, and the numbers that its question had and has."""

    anchor: str
    at: int
    had: Number | None = None
    has: Number | None = None


def following(before: LinkMap, after: LinkMap, owners: Iterable[Document]) -> Iterator[Edit]:
    """The edits that let the links of documents lead where they led before others were fixed.

    A link to a document that has more or fewer questions or headings now stays as it is: what it led to is not sure.
    """
    now = {document.path: document for document in after.documents}
    for owner in owners:
        for link in owner.links:
            aim = before.aim(owner, link)
            if aim is None or not aim.fragment or now[aim.document.path].source is aim.document.source:
                continue
            landing = before.targets(aim.document).find(aim.fragment)
            goal = _goal(aim.document, now[aim.document.path], landing, after) if landing else None
            if goal:
                yield from _followed(owner, link, goal)
                still = after.targets(now[aim.document.path]).find(aim.fragment)
                if still is None or still.at != goal.at:
                    start = link.target_span.end - len(aim.fragment)
                    new = quote(goal.anchor) if "%" in aim.fragment else goal.anchor
                    yield Edit(owner.path, link.target_span._replace(start=start), new)


def _goal(was: Document, now: Document, landing: Landing, after: LinkMap) -> _Goal | None:
    """Where what an anchor led to is after a fix; None where that is not sure."""
    targets = after.targets(now)
    if landing.question:
        if len(was.questions) != len(now.questions):
            return None
        old, new = landing.question, now.at(landing.question.position)
        anchor = targets.by_question.get(new.position)
        return _Goal(anchor, targets.places[anchor].at, old.number, new.number) if anchor else None
    starts = [heading.span.start for heading in was.headings]
    if landing.at not in starts or len(starts) != len(now.headings):
        return None
    index = starts.index(landing.at)
    return _Goal(heading_anchors(now)[index], now.headings[index].span.start)


def _followed(owner: Document, link: Link, goal: _Goal) -> Iterator[Edit]:
    """The edit of the number with which a link begins, where that was the question's and is another one now."""
    parts = parse_line(link.text, space_delimits=True)
    if goal.had and goal.has and goal.had.key != goal.has.key and parts.number == goal.had.spelling:
        start = link.text_span.start + parts.number_at
        yield Edit(owner.path, Span(start, start + len(parts.number)), goal.has.spelling)
