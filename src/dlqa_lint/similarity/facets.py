"""What a question wants to know of its subject, and which of these one answer serves.

The facets are the keys of the tables `frames` and `verbs` and of the tables of other languages than English: define,
why, use, pros, cons, compare, types, example, works, make, parts, prevent, measure, choose, time, count and others;
the words who and where; and what belongs somewhere.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from dlqa_lint.similarity import tables

DEFINE = "define"
"""The facet of a question that asks for nothing else."""

EXPERIENCE = "experience"
"""The facet of a question for what the one who answers has done: nothing that is written down serves it."""

BELONGS = "belongs"
"""The facet of a question for what may be somewhere: "what may go on the compost"."""

_UNLIKE = 0.15  # likeness of two facets that the table does not list


def wanted(found: Iterable[str]) -> set[str]:
    """What a sentence asks for, given the facets of its words; one without any asks for a definition."""
    wishes = set(found)
    if BELONGS in wishes:
        wishes.discard("may")
    if wishes != {BELONGS}:
        wishes.discard(BELONGS)
    for wish, others in _outweighed():
        if wish in wishes and not others.isdisjoint(wishes):
            wishes.discard(wish)
    return wishes - {DEFINE} or {DEFINE}


@cache
def _outweighed() -> list[tuple[str, frozenset[str]]]:
    """The facets that count for nothing beside others: "how to use" is not "how to make"."""
    return [(wish, frozenset(others)) for wish, others in tables.groups("outweighed").items()]


@lru_cache(maxsize=1 << 14)
def likeness(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """How far one answer serves two sets of facets, 0..1."""
    ones, others = first or (DEFINE,), second or (DEFINE,)
    forth = sum(max(_alike(one, other) for other in others) for one in ones) / len(ones)
    back = sum(max(_alike(one, other) for one in ones) for other in others) / len(others)
    return (forth + back) / 2


def _alike(one: str, other: str) -> float:
    return 1.0 if one == other else _likenesses().get((one, other), _UNLIKE)


@cache
def _likenesses() -> dict[tuple[str, str], float]:
    found = {}
    for line in tables.lines("facets"):
        one, other, value = line.split()
        found[one, other] = found[other, one] = float(value)
    return found
