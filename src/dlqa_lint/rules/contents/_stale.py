"""In what ways an entry of a table of contents may be stale: its link, its words, its number, its place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from dlqa_lint.edits.entry_edits import moved, pointed, removed, renumbered, reworded
from dlqa_lint.edits.longest_rising import out_of_order
from dlqa_lint.links.anchors import slug
from dlqa_lint.links.entries import entry_label, entry_words, is_label, normal
from dlqa_lint.links.match import Match
from dlqa_lint.links.section_entries import leads_to_the_top
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Entry, Question
from dlqa_lint.model.finding import Edit, Place
from dlqa_lint.rule import quoted
from dlqa_lint.text.source import Span


class Stale(NamedTuple):
    """An entry with what is wrong with it, and the edits that repair it (None: an edit that cannot be made).

    Where it is not `sure` which side is right, the fix is unsafe. `also` are further places of the fault.
    """

    match: Match
    message: str
    edits: Sequence[Edit | None]
    sure: bool = True
    also: tuple[Place, ...] = ()


def repeated(matches: Sequence[Match]) -> Iterator[Stale]:
    """Entries for a question that another entry of the same table lists already."""
    for match in matches:
        if match.again is not None and match.question:
            source = match.owner.source
            first = source.position(match.again.span.start).line
            message = f"{_entry(match)} is listed twice, first at line {first}, expected once"
            other = Place(match.owner.path, match.again.span, "the first of the two entries")
            yield Stale(match, message, (removed(match.owner, match.contents, match.entry),), also=(other,))


def wrong_links(matches: Sequence[Match], link_map: LinkMap) -> Iterator[Stale]:
    """Entries whose link leads to another question than the one that they name, to the title or to a section.

    Entries of questions with the same words that all lead to the first of them are one finding.
    """
    families: dict[str, list[Stale]] = {}
    listed = {(match.document.path, match.question.position) for match in matches if match.question}
    for match in matches:
        if match.question is None or match.landing is None or _leads_home(match):
            continue
        other = match.landing.question
        anchor = link_map.targets(match.document).by_question.get(match.question.position)
        # No other entry would lead to where this one leads now.
        last = other is not None and (match.document.path, other.position) not in listed
        edit = pointed(match.owner, match.entry, anchor) if anchor is not None and not last else None
        if other and normal(other.plain_text) == normal(match.question.plain_text):
            if match.entry.number or anchor is None or not _is_copy(other, match.question):
                expected = f", expected {quoted(f'#{anchor}')}" if anchor else ""
                message = f"{_entry(match)} leads to {_named(other)}, which has the same words{expected}"
                families.setdefault(normal(other.plain_text), []).append(Stale(match, message, (edit,)))
            continue  # the reader sees the same; that it is listed twice is the business of `duplicate-question`
        if other is None:
            expected = quoted(f"#{anchor}") if anchor else _named(match.question)
            yield Stale(match, f"{_entry(match)} leads to {_heading(match)}, expected {expected}", (edit,))
            continue
        message = f"{_entry(match)} leads to {_named(other)}, expected {_named(match.question)}"
        yield Stale(match, message, (edit,))
    for first, *others in families.values():
        edits = [edit for stale in (first, *others) for edit in stale.edits]
        also = tuple(Place(s.match.owner.path, s.match.entry.span, "this entry too") for s in others)
        more = f" (and {len(others)} more likewise)" if others else ""
        yield first._replace(message=first.message + more, edits=edits, also=also)


def _is_copy(first: Question, second: Question) -> bool:
    """Whether two questions with the same words show the same below them."""
    answers = [question.answer.text.split() if question.answer else [] for question in (first, second)]
    return first.prompt == second.prompt and answers[0] == answers[1]


def _leads_home(match: Match) -> bool:
    """Whether an entry leads to the question that it stands for, or to the top of its document."""
    if match.landing is None or match.question is None:
        return True
    if match.landing.question:
        return match.landing.question.position == match.question.position
    # What names no heading leads to the top of the page: `#top`.
    if not leads_to_the_top(match):
        return False
    title = match.document.title
    return title is None or normal(title.plain_text) != normal(entry_words(match.entry))


def _heading(match: Match) -> str:
    """The heading to which an entry leads that asks nothing."""
    if match.landing is None or leads_to_the_top(match):
        return "the title"
    line = match.document.source.position(match.landing.at).line
    return f"the heading at line {line}, which has the same words"


def wrong_words(matches: Sequence[Match]) -> Iterator[Stale]:
    """Entries that say something else than their questions; many of them are one finding.

    A label is right: it says in short what its question is about.
    One that leads nowhere has been reported as such, and is looked at again once its link is right.
    """
    differing = [match for match in matches if match.question and not _says(match, match.question)]
    if len(differing) * 2 > len(matches):
        return  # the contents are abridged on purpose
    differing = [m for m in differing if (m.landing or not m.entry.link) and not _is_label(m)]
    # Many rows that differ have one cause, an editing of one side only.
    groups = [differing] if len(differing) > max(4, len(matches) // 10) else [[match] for match in differing]
    for group in groups:
        first, *others = group
        edits = [
            reworded(m.owner, m.entry, m.question, table=m.contents.kind == "table")
            for m in group
            if m.question
        ]
        asked = f"{quoted(first.question.plain_text)} at line {first.question.line}" if first.question else ""
        rest = f" ({len(others)} more entries have other words than their questions)" if others else ""
        also = tuple(Place(m.owner.path, m.entry.span, "this entry too") for m in others)
        # The slip may as well be the heading's, unless the words differ in what anchors ignore.
        sure = all(_has_anchor_of(m, m.question) for m in group if m.question)
        message = (
            f"the contents entry says {quoted(entry_words(first.entry))}, its question {asked}, expected"
        )
        yield Stale(first, f"{message} the same words{rest}", edits, sure, also)


def _has_anchor_of(match: Match, question: Question) -> bool:
    return slug(entry_words(match.entry)) == slug(question.plain_text)


def wrong_numbers(matches: Sequence[Match]) -> Iterator[Stale]:
    """Entries with other numbers than their questions; rows that are shifted alike are one finding."""
    rows = [match for one in _lists(matches) if not _counts_itself(one) for match in one]
    for shift, group in groupby(rows, key=_shift):
        shifted = list(group)
        # Where the entries are right and the questions' numbers wrong, the numbering rules report it.
        if not shift or all(_is_right(match) for match in shifted):
            continue
        first = shifted[0]
        if first.entry.number and first.question and first.question.number:
            rest = f" (and {len(shifted) - 1} more from there on likewise)" if len(shifted) > 1 else ""
            found, expected = first.entry.number.label, first.question.number.label
            edits = [
                renumbered(match.owner, match.entry, match.question) for match in shifted if match.question
            ]
            also = tuple(Place(m.owner.path, m.entry.span, "this entry too") for m in shifted[1:])
            message = f"{_entry(first)} is numbered {found}, expected {expected}{rest}"
            yield Stale(first, message, edits, also=also)


def wrong_places(matches: Sequence[Match], strays: frozenset[int]) -> Iterator[Stale]:
    """The entries that stand out of order."""
    positions = _positions(matches)
    for index in sorted(strays):
        match = matches[index]
        kept = [m for at, m in enumerate(matches) if at not in strays and positions[at] < positions[index]]
        if kept:
            entries = match.contents.entries
            at = entries.index(match.entry)
            following = entries[at + 1] if at + 1 < len(entries) else None
            message = f"{_entry(match)} is out of order, expected after {quoted(entry_label(kept[-1].entry))}"
            yield Stale(match, message, moved(match.owner, match.entry, kept[-1].entry, following))


def strays_of(matches: Sequence[Match]) -> frozenset[int]:
    """The indexes of the entries out of order; none where the contents follow an order of their own."""
    strays = out_of_order(_positions(matches))
    several = len({match.document.path for match in matches}) > 1
    return frozenset() if several or len(strays) > max(1, len(matches) // 10) else strays


def _positions(matches: Sequence[Match]) -> list[int]:
    return [match.question.position if match.question else 0 for match in matches]


def _entry(match: Match) -> str:
    return f"the contents entry {quoted(entry_label(match.entry))}"


def _named(question: Question) -> str:
    number = f"question {question.number.label}, " if question.number else ""
    return f"{number}{quoted(question.plain_text)} at line {question.line}"


def _says(match: Match, question: Question) -> bool:
    """Whether an entry has its question's words, number and label aside."""
    said = normal(entry_words(match.entry))
    return said in (normal(question.plain_text), normal(match.document.source.slice(question.span)))


def _is_label(match: Match) -> bool:
    return match.question is not None and is_label(entry_words(match.entry), match.question.plain_text)


def _shift(match: Match) -> int | None:
    """By how much an entry's number differs from its question's; None where the two cannot be compared."""
    written, asked = match.entry.number, match.question.number if match.question else None
    if written is None or asked is None or len(written.value) != len(asked.value):
        return None
    return written.value[-1] - asked.value[-1] or (0 if written.key == asked.key else None)


def _lists(matches: Sequence[Match]) -> list[list[Match]]:
    """The entries whose numbers can be compared, list by list: one in another counts for itself."""
    found: dict[Span | None, list[Match]] = {}
    above: list[Entry] = []
    listing = {match.entry.span: match for match in matches if _shift(match) is not None}
    for entry in matches[0].contents.entries if listing else ():
        while above and above[-1].depth >= entry.depth:
            above.pop()
        if match := listing.get(entry.span):
            found.setdefault(above[-1].span if above else None, []).append(match)
        above.append(entry)
    return list(found.values())


def _counts_itself(matches: Sequence[Match]) -> bool:
    """Whether the numbers of a list are its own: those of its items, of which most differ."""
    differing = sum(bool(_shift(match)) for match in matches)
    return differing * 2 > len(matches) and sum(map(_is_list_marker, matches)) * 2 > len(matches)


def _is_list_marker(match: Match) -> bool:
    number = match.entry.number
    return number is not None and number.span.start == match.entry.span.start


def _is_right(match: Match) -> bool:
    """Whether an entry's number is the one its question would have if its run had no gaps and duplicates."""
    number, question = match.entry.number, match.question
    if number is None or question is None:
        return False
    run = match.document.runs[question.run]
    return number.value == (run.first_expected + bisect_left(run.questions, question.position),)
