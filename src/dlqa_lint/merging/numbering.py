"""The numbers of a merged document, found before anything is merged.

Each version is then given these numbers with all that goes by them, so that the same question is called the
same in all three, and who only renumbered has changed nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.edits.renumber import padding, renumbering
from dlqa_lint.merging.cut import Cut, Id, Ids
from dlqa_lint.merging.errors import PuzzleError
from dlqa_lint.merging.order import moved
from dlqa_lint.merging.text_frame import changed
from dlqa_lint.model.bank import Number
from dlqa_lint.model.finding import Edit

_Group = tuple[object, ...]
"""Questions that are counted together: those of a run, below one parent number."""

Values = Mapping[Id, int]
"""The last component of each question's number."""


class _Counted(NamedTuple):
    """The numbers of one version: of each question, and the group in which it is counted."""

    numbers: Mapping[Id, Number]
    groups: Mapping[Id, _Group]


def numbers_for(order: Ids, cuts: Sequence[Cut], ids: Sequence[Ids]) -> Values:
    """The numbers of the questions of a merged document; those that the renderer numbers have none.

    What is dropped keeps its old number, so that it is the same in all versions that have it.
    """
    base, ours, theirs = map(_counted, cuts, ids)
    groups = _common_groups(ours, theirs, moved(ids[0], ids[2]))
    members = defaultdict[_Group, list[Id]](list)
    for one in order:
        if one in groups:
            members[groups[one]].append(one)
    found = {one: number.value[-1] for one, number in base.numbers.items()}
    for group in members.values():
        found |= _in_a_row(group, (base, ours, theirs)) or _shifted(group, (base, ours, theirs))
    return found


def _counted(cut: Cut, ids: Ids) -> _Counted:
    numbers: dict[Id, Number] = {}
    groups: dict[Id, _Group] = {}
    lazy = {run for run, found in enumerate(cut.document.runs) if found.lazy}
    for piece, one in zip(cut.pieces, ids, strict=True):
        question = cut.document.questions[piece.question] if piece.kind == "question" else None
        if question and question.number and question.run not in lazy:
            numbers[one] = question.number
            groups[one] = question.run, question.number.value[:-1]
    return _Counted(numbers, groups)


def _common_groups(ours: _Counted, theirs: _Counted, there: set[Id]) -> Mapping[Id, _Group]:
    """The group of each question: that of our side, unless the other one moved or wrote it.

    A group of the other side is the one of ours with which it shares most.
    """
    shared = defaultdict[_Group, Counter[_Group]](Counter)
    for one, group in theirs.groups.items():
        if one in ours.groups and one not in there:
            shared[group][ours.groups[one]] += 1
    home = {group: counts.most_common(1)[0][0] for group, counts in shared.items()}
    found = dict(ours.groups)
    for one, group in theirs.groups.items():
        if one in there or one not in found:
            found[one] = home.get(group, ("theirs", *group))
    return found


def _in_a_row(group: Sequence[Id], versions: Sequence[_Counted]) -> dict[Id, int]:
    """The numbers of a group that every version counts without a fault: one after the other."""
    values = [list(_own_count(group, version)) for version in versions]
    if any(found != list(range(found[0], found[0] + len(found))) for found in values if found):
        return {}
    first = [found[0] for found in values if found]
    start = changed(*first) if len(first) == len(versions) else first[0]
    return {one: start + at for at, one in enumerate(group)}


def _own_count(group: Sequence[Id], version: _Counted) -> Iterator[int]:
    """All values that a version counts together with most questions of a group."""
    counts = Counter(version.groups[one] for one in group if one in version.groups)
    for own, _ in counts.most_common(1):
        yield from (number.value[-1] for one, number in version.numbers.items() if version.groups[one] == own)


def _shifted(group: Sequence[Id], versions: Sequence[_Counted]) -> dict[Id, int]:
    """The numbers of a group with faults of its own, which stay: what either side shifted is shifted."""
    base, ours, theirs = (
        {one: version.numbers[one].value[-1] for one in group if one in version.numbers}
        for version in versions
    )
    found: dict[Id, int] = {}
    shifts = [0, 0]
    for one in group:
        if one in base and one in ours and one in theirs:
            shifts = [ours[one] - base[one], theirs[one] - base[one]]
            found[one] = base[one] + sum(shifts)
        elif one in ours:
            found[one] = ours[one] + shifts[1]
        else:
            found[one] = theirs[one] + shifts[0]
    return _parted(found, base, (ours, theirs))


def _parted(found: dict[Id, int], base: Mapping[Id, int], sides: Sequence[Mapping[Id, int]]) -> dict[Id, int]:
    """The numbers, with the next free one for a new question whose number is taken."""
    taken = {value for one, value in found.items() if one in base}
    doubled = {one for side in sides for one in _doubled(side)}
    last = max(found.values(), default=0)
    for one, value in found.items():
        if one in base or one in doubled:
            continue
        if value in taken:
            last += 1
            found[one] = last
        taken.add(found[one])
    return found


def _doubled(side: Mapping[Id, int]) -> set[Id]:
    """The questions whose number a version has twice itself, which is its own affair."""
    counts = Counter(side.values())
    return {one for one, value in side.items() if counts[value] > 1}


def in_step(cut: Cut, ids: Ids, values: Values) -> tuple[Edit, ...]:
    """The edits that give a version the numbers of the merged document."""
    document = cut.document
    wanted = {number: values[one] for one, number in _counted(cut, ids).numbers.items() if one in values}
    if all(number.value[-1] == value for number, value in wanted.items()):
        return ()
    if document.keys:
        raise PuzzleError("it has an answer key, whose numbers would have to change")
    edits = renumbering(cut.mentions, document, wanted, padding(wanted))
    if edits is None:
        raise PuzzleError("its numbers cannot be changed without changing how it reads")
    return edits
