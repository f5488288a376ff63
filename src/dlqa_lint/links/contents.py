"""Which entry of a table of contents stands for which question.

An entry is matched by its words, its number and its anchor together, never by one of them against the other
two: so one cause gives one finding. Of questions with the same words the number, or an anchor that counts
them (`-1`), tells which is meant, and else their order.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import inf

from dlqa_lint.links.entries import normal
from dlqa_lint.links.entry_evidence import (
    LETTER_BY_LETTER,
    NEAR_WORDS,
    WORDS,
    EntryPair,
    QuestionsByEntry,
    nearest,
    pairs_of,
)
from dlqa_lint.links.match import Match
from dlqa_lint.links.misspelt_entries import slipped
from dlqa_lint.links.section_entries import section_entries
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Contents, Document, Entry, Question


def match_entries(owner: Document, link_map: LinkMap) -> Sequence[Match]:
    """The entries of all tables of contents of a document, each with the question that it stands for."""
    return _matches(link_map)[owner.path]


def all_matches(link_map: LinkMap) -> Iterator[Match]:
    """The entries of all tables of contents of a bank."""
    for document in link_map.documents:
        yield from match_entries(document, link_map)


@lru_cache(maxsize=1)
def _matches(link_map: LinkMap) -> Mapping[str, Sequence[Match]]:
    asked: dict[str, QuestionsByEntry] = {}
    return {document.path: _matched(document, link_map, asked) for document in link_map.documents}


def _matched(owner: Document, link_map: LinkMap, asked: dict[str, QuestionsByEntry]) -> list[Match]:
    found: list[Match] = []
    elsewhere: Counter[tuple[str, int]] = Counter()
    for contents in owner.contents:
        anchored = _is_anchored(contents)
        rows = [_unmatched(owner, contents, entry, link_map, anchored=anchored) for entry in contents.entries]
        for row in rows:
            if row.document.path not in asked:
                asked[row.document.path] = QuestionsByEntry(row.document, link_map)
        rows = _assigned(rows, asked, elsewhere)
        elsewhere.update((row.document.path, row.question.position) for row in rows if row.question)
        found += rows
    return found


def _unmatched(
    owner: Document, contents: Contents, entry: Entry, link_map: LinkMap, *, anchored: bool
) -> Match:
    """An entry with the place to which its link leads; where the links are `anchored`, one may lack its `#`."""
    if entry.link is None:
        return Match(owner, contents, entry, owner, None, None)
    aim = link_map.aim(owner, entry.link)
    if aim is None:
        target = entry.link.target
        lacks_sign = anchored and target in link_map.targets(owner).places
        return Match(owner, contents, entry, owner, None, None, outside=bool(target) and not lacks_sign)
    landing = link_map.targets(aim.document).find(aim.fragment) if aim.fragment else None
    if landing is None and aim.fragment:
        cased = link_map.targets(aim.document).but_for_case(aim.fragment)
        landing = link_map.targets(aim.document).places[cased] if cased else None
    return Match(owner, contents, entry, aim.document, landing, None, outside=aim.fragment is None)


def _is_anchored(contents: Contents) -> bool:
    """Whether most links of a table of contents lead to anchors of its own document."""
    links = [entry.link.target for entry in contents.entries if entry.link]
    return sum(link.startswith("#") for link in links) * 2 > len(links)


def _assigned(
    rows: Sequence[Match], asked: Mapping[str, QuestionsByEntry], elsewhere: Mapping[tuple[str, int], int]
) -> list[Match]:
    """The entries of one table, each with its question: the pairs for which most speaks come first."""
    sections = section_entries(rows, asked)
    judged = [(index, row) for index, row in enumerate(rows) if not row.outside and index not in sections]
    pairs = [pair for index, row in judged for pair in pairs_of(index, row, asked[row.document.path])]
    found = list(rows)
    holders: dict[tuple[str, int], Entry] = {}

    def take(pair: EntryPair, *, again: bool) -> None:
        row = found[pair.index]
        key = row.document.path, pair.question.position
        if row.question is not None or (key in holders) != again:
            return
        sure = pair.score >= WORDS
        found[pair.index] = row._replace(question=pair.question, sure=sure, again=holders.get(key))
        holders.setdefault(key, row.entry)

    pairs = _in_turn(pairs, rows, elsewhere)
    for pair in pairs:
        take(pair, again=False)
    found = _uncrossed(found, pairs)
    holders |= {(row.document.path, row.question.position): row.entry for row in found if row.question}
    for index, row in judged:
        if found[index].question is None:
            near = nearest(index, row, asked[row.document.path], holders)
            if near:
                take(near, again=False)
    for pair in list(slipped([(i, row) for i, row in judged if found[i].question is None], asked, holders)):
        take(pair, again=False)
    for pair in pairs:
        if pair.words >= NEAR_WORDS:
            take(pair, again=True)
    return found


def _in_turn(
    pairs: Sequence[EntryPair], rows: Sequence[Match], elsewhere: Mapping[tuple[str, int], int]
) -> list[EntryPair]:
    """The pairs for which most speaks first; those of questions that no table above lists before others."""

    def order(pair: EntryPair) -> tuple[float, int, int, int]:
        listed = elsewhere.get((rows[pair.index].document.path, pair.question.position), 0)
        return -pair.score, listed, pair.index, pair.question.position

    return sorted(pairs, key=order)


def _uncrossed(rows: Sequence[Match], pairs: Sequence[EntryPair]) -> list[Match]:
    """The entries, those of namesakes in the order of their questions where nothing else tells them apart.

    The pairs were taken one by one, so that an entry whose link lives has chosen before one whose link is dead.
    """
    scores = {(pair.index, pair.question.position): pair.score for pair in pairs}
    families: dict[tuple[str, str], list[tuple[int, Question]]] = {}
    for index, row in enumerate(rows):
        if row.question:
            key = row.document.path, normal(row.question.plain_text)
            families.setdefault(key, []).append((index, row.question))
    found = list(rows)
    for family in families.values():
        for end in range(1, len(family)):
            at = end
            while at and _crossed(family[at - 1], family[at], scores):
                (first, one), (second, other) = family[at - 1 : at + 1]
                family[at - 1 : at + 1] = (first, other), (second, one)
                at -= 1
        for index, question in family:
            found[index] = found[index]._replace(question=question)
    return found


def _crossed(
    upper: tuple[int, Question], lower: tuple[int, Question], scores: Mapping[tuple[int, int], float]
) -> bool:
    """Whether two entries have their questions in the wrong order, and as much speaks for the right one."""
    (first, one), (second, other) = upper, lower
    if one.position < other.position:
        return False
    now = scores[first, one.position] + scores[second, other.position]
    straight = scores.get((first, other.position), -inf) + scores.get((second, one.position), -inf)
    return straight > now - LETTER_BY_LETTER / 2
