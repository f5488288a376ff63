"""The order of a merged document: that of our side, with what the other side inserted and moved."""

from collections import defaultdict
from collections.abc import Iterator

from dlqa_lint.edits.longest_rising import out_of_order
from dlqa_lint.merging.cut import Id, Ids
from dlqa_lint.merging.errors import PuzzleError

_TOP = -1


def merged_order(base: Ids, ours: Ids, theirs: Ids) -> list[Id]:
    """Every piece of either side, in order.

    Where both inserted at one place, ours come first, but what belongs to the section above comes before a
    new section, and a contents entry before all that is none. A question that both moved to different places
    is in both, in theirs as `torn`.
    """
    here, there = moved(base, ours), moved(base, theirs)
    torn = set(_contradictions(ours, theirs, here & there, here | there))
    skeleton = [one for one in ours if one not in there - here]
    place = {one: at for at, one in enumerate(skeleton)}
    mine = set(ours) - set(theirs) | here
    added = defaultdict[int, list[Id]](list)
    at = _TOP
    for one in theirs:
        if one in here and one not in torn:
            continue
        if one in place and one not in torn:
            at = place[one]
            continue
        while at + 1 < len(skeleton) and skeleton[at + 1] in mine:
            if _stops(skeleton[at + 1], one):
                break
            at += 1
        added[at].append(("torn", one) if one in torn else one)
    result = list(added[_TOP])
    for at, one in enumerate(skeleton):
        result += [one, *added[at]]
    return result


def moved(base: Ids, side: Ids) -> set[Id]:
    """The pieces of both that are elsewhere in the later one: all but a longest part in the old order."""
    before = {one: at for at, one in enumerate(base)}
    common = [one for one in side if one in before]
    return {common[index] for index in out_of_order([before[one] for one in common])}


def _contradictions(ours: Ids, theirs: Ids, both: set[Id], any_moved: set[Id]) -> Iterator[Id]:
    """The questions that both sides moved, to different places; a contents entry goes with its question."""
    firm = set(ours).intersection(theirs) - any_moved
    mine, other = (_above(side, both, firm) for side in (ours, theirs))
    for one in both:
        if mine[one] != other[one] and one[0] != "entry":
            if one[0] != "question":
                raise PuzzleError("both sides moved the same section, to different places")
            yield one


def _above(side: Ids, which: set[Id], firm: set[Id]) -> dict[Id, Id | None]:
    """The unmoved piece that some pieces are below."""
    found: dict[Id, Id | None] = {}
    above: Id | None = None
    for one in side:
        if one in which:
            found[one] = above
        elif one in firm:
            above = one
    return found


def _stops(mine: Id, one: Id) -> bool:
    """Whether what theirs inserted comes above a piece of ours: it stays in its section, or in its contents."""
    if one[0] == "entry":
        return mine[0] != "entry"
    return mine[0] == "section" != one[0]
