"""The numbers of a run as a series: which of them are out of step, and which numbers would put that right.

What counts is the longest increasing part of a series: numbers outside of it are out of order (or used
before), and gaps are judged on what remains. A question that is between two others with a wrong number,
or with none, fills the gap there, so that one slip of the pen is one fault.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from dlqa_lint.model.bank import Document, Number, Question, Run

Kind = Literal["gap", "duplicate", "out-of-order", "wrong-first"]

# Ids with more gaps than this part of their number were never a count, so a gap among them tells nothing.
_SPARSE = 0.2


class Member(NamedTuple):
    """A place in a series: a withdrawn question has a number only, an unnumbered one has none."""

    number: Number | None
    question: Question | None

    @property
    def value(self) -> int:
        """What the number counts: its last component, as the others are the parent's."""
        return self.number.value[-1] if self.number else 0

    @property
    def key(self) -> tuple[int, str]:
        """What the number is compared by."""
        return self.value, self.number.suffix if self.number else ""


class Series(NamedTuple):
    """Members whose numbers belong together, in document order."""

    members: tuple[Member, ...]
    first: int
    scope: str


class Fault(NamedTuple):
    """Something wrong with the number at index `at` of a series.

    `expected` is the value that should be there, `other` the member that it is judged by (the one before,
    or the one with the same number), `last` the last member that is wrong for the same cause, and `start` the
    index from which renumbering puts it right.
    """

    kind: Kind
    at: int
    expected: int
    other: Member | None
    last: Member
    start: int


def series_of(document: Document) -> Iterator[Series]:
    """The series of a document: its runs, or, for hierarchical numbers, the children of each parent."""
    for run in document.runs:
        if run.lazy or run.scope == "none":
            continue
        members = _members(document, run)
        deep = run.scope != "ids" and any(
            member.number and len(member.number.value) > 1 for member in members
        )
        if run.scope == "hierarchy" or deep:
            yield from _families(members)
        elif members:
            yield Series(members, run.first_expected, run.scope)


def _members(document: Document, run: Run) -> tuple[Member, ...]:
    """The members of a run in document order; withdrawn ones unless their numbers are in use again."""
    questions = list(map(document.at, run.questions))
    used = {question.number.key for question in questions if question.number and not question.withdrawn}
    gone = [
        *run.withdrawn,
        *(question.number for question in questions if question.number and question.withdrawn),
    ]
    placed = {number.span.start: Member(number, None) for number in gone if number.key not in used}
    for question in questions:
        if not question.withdrawn:
            start = question.number.span.start if question.number else question.span.start
            placed[start] = Member(question.number, question)
    return tuple(placed[start] for start in sorted(placed))


def _families(members: Sequence[Member]) -> Iterator[Series]:
    """The children of each parent; which children a parent must have is nobody's business here."""
    families: dict[tuple[int, ...], list[Member]] = {}
    for member in members:
        if member.number:
            families.setdefault(member.number.value[:-1], []).append(member)
    for children in families.values():
        yield Series(tuple(children), min(child.value for child in children), "hierarchy")


def is_mixed(document: Document) -> bool:
    """Whether numbers of several depths stand side by side, and not each below its parent."""
    numbers = [question.number.value for question in document.questions if question.number]
    known = set[tuple[int, ...]]()
    orphans = 0
    for value in numbers:
        orphans += len(value) > 1 and value[:-1] not in known
        known.add(value)
    return orphans > 0 and len(set(map(len, numbers))) > 1


def faults(series: Series) -> list[Fault]:
    """What is wrong in a series, in document order; what one slip explains is one fault."""
    if series.scope == "ids":
        return sorted(_faults_of_ids(series.members), key=lambda fault: fault.at)
    count = _counted(series)
    outside = sorted(_numbered(series.members) - set(count.kept))
    found = [*_misplaced(series, count, outside), *_gaps(series, count, set(outside))]
    return sorted(found, key=lambda fault: fault.at)


def _joins(members: Sequence[Member], index: int) -> bool:
    """Whether a member repeats the number of the one before on purpose: headings stacked on one answer."""
    before = members[index - 1] if index else None
    above = before.question if before else None
    # What shares an answer and is not a heading, or has options, has it in an answer key.
    stacked = above is not None and above.shares_answer and above.kind == "heading" and not above.options
    return stacked and before is not None and before.key == members[index].key


def _numbered(members: Sequence[Member]) -> set[int]:
    """The indexes of the members whose numbers are judged."""
    return {i for i, member in enumerate(members) if member.number and not _joins(members, i)}


def _kept(members: Sequence[Member]) -> list[int]:
    """The longest strictly increasing part; a number's first use counts twice as much as later ones.

    Of two parts that are as long the lower one is kept. `keys`, `totals` and `tails` are a staircase: the
    best total of a part that ends with a key, and the index at which it ends.
    """
    keys: list[tuple[int, str]] = []
    totals: list[int] = []
    tails: list[int] = []
    before: dict[int, int] = {}
    used: set[tuple[int, str]] = set()
    for index in sorted(_numbered(members)):
        key = members[index].key
        rank = bisect_left(keys, key)
        total = (totals[rank - 1] if rank else 0) + (1 if key in used else 2)
        before[index] = tails[rank - 1] if rank else -1
        used.add(key)
        if rank < len(keys) and keys[rank] == key and totals[rank] >= total:
            continue
        end = rank
        while end < len(keys) and totals[end] <= total:
            end += 1
        keys[rank:end], totals[rank:end], tails[rank:end] = [key], [total], [index]
    kept = []
    index = tails[-1] if tails else -1
    while index >= 0:
        kept.append(index)
        index = before[index]
    return kept[::-1]


class _Count(NamedTuple):
    """What a series counts: its increasing part, and how far the count has come at each member."""

    first: int
    kept: Sequence[int]
    values: Sequence[int]
    steps: Sequence[int]

    def expected(self, index: int, start: int) -> int:
        """The value of a member when the series is put right from an index on."""
        before = bisect_left(self.kept, start) - 1
        if before < 0:
            return self.first - 1 + self.steps[index]
        return self.values[before] + self.steps[index] - self.steps[self.kept[before]]


def _counted(series: Series) -> _Count:
    """The count of a series; an unnumbered question takes the place that the numbers around it leave free."""
    members = series.members
    kept = _kept(members)
    right = set(kept)
    step = free = 0
    before = series.first - 1
    steps = []
    for index, member in enumerate(members):
        if not member.number:
            free += 1
        else:
            # A number that joins the one before (`17a` after `17`) still does so.
            if not (_joins(members, index) or (member.number.suffix and member.value == before)):
                step += 1 + min(free, max(0, member.value - before - 1))
                free = 0
            before = member.value
        if index in right:
            free = 0
        steps.append(step)
    return _Count(series.first, kept, [members[index].value for index in kept], steps)


def _misplaced(series: Series, count: _Count, outside: Sequence[int]) -> Iterator[Fault]:
    """The faults of numbers outside the increasing part; a block that goes wrong together is one fault."""
    members = series.members
    keys = [members[index].key for index in count.kept]
    used: dict[tuple[int, str], int] = {}
    for index, member in enumerate(members):
        if member.number:
            used.setdefault(member.key, index)

    def start_of(index: int) -> int:
        # A number that comes too late has left a gap where it belongs.
        higher = bisect_right(keys, members[index].key)
        late = used[members[index].key] == index and higher < len(keys)
        return min(count.kept[higher], index) if late else index

    def cause(at: tuple[int, int]) -> tuple[int, int]:
        order, index = at
        return index - order, members[index].value - index

    for _, block in groupby(enumerate(outside), key=cause):
        indexes = [index for _, index in block]
        index, last = indexes[0], members[indexes[-1]]
        twin = used[members[index].key]
        start = min(map(start_of, indexes))
        expected = count.expected(index, start)
        if twin < index:
            yield Fault("duplicate", index, expected, members[twin], last, start)
        else:
            yield Fault("out-of-order", index, expected, _numbered_before(members, index), last, start)


def _numbered_before(members: Sequence[Member], index: int) -> Member | None:
    return next((members[before] for before in range(index - 1, -1, -1) if members[before].number), None)


def _gaps(series: Series, count: _Count, outside: Collection[int]) -> Iterator[Fault]:
    """Numbers that are missing in the increasing part, beyond those that misnumbered members explain."""
    members = series.members
    used = sorted({member.value for member in members if member.number})
    for before, index in pairwise((-1, *count.kept)):
        low = members[before].value if before >= 0 else series.first - 1
        high = members[index].value
        missing = high - low - 1
        if missing > 0:
            missing -= bisect_left(used, high) - bisect_right(used, low)
        standing = sum(
            1 for between in range(before + 1, index) if between in outside or not members[between].number
        )
        if before < 0 and high < series.first:
            yield Fault("wrong-first", index, series.first, None, members[index], index)
        elif missing > standing:
            kind: Kind = "gap" if before >= 0 else "wrong-first"
            other = members[before] if before >= 0 else None
            yield Fault(kind, index, count.expected(index, index), other, members[index], index)


def _faults_of_ids(members: Sequence[Member]) -> Iterator[Fault]:
    """Ids used twice, and the few that are missing in the whole set; their order is free."""
    first: dict[object, int] = {}
    for index, member in enumerate(members):
        if member.number:
            known = first.setdefault(member.number.key, index)
            if known != index and not _joins(members, index):
                yield Fault("duplicate", index, member.value, members[known], member, index)
    placed = sorted((members[index].value, index) for index in first.values())
    gaps = [(low, index) for (low, _), (high, index) in pairwise(placed) if high > low + 1]
    if len(gaps) <= _SPARSE * len(placed):
        by_value = dict(placed)
        for low, index in gaps:
            yield Fault("gap", index, low + 1, members[by_value[low]], members[index], index)


def renumbered(series: Series, start: int) -> dict[int, int]:
    """The values that put a series right from an index on; what is before that index is left alone."""
    count = _counted(series)
    return {
        index: count.expected(index, start)
        for index in range(start, len(series.members))
        if series.members[index].number
    }
