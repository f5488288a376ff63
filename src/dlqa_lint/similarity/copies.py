"""Documents that are copies of each other: they share more than half of the smaller one's questions."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from dlqa_lint.similarity.prepared import PreparedQuestion

_SHARE = 0.5
_LEAST = 4  # questions of the smaller document; fewer are told one by one
_LONG_GROUP = 20  # a question of more documents than this ("Any questions?") tells nothing about two of them


class Copy(NamedTuple):
    """Two documents with mostly the same questions."""

    first: str
    second: str
    questions: int
    """How many questions of the smaller document are in the other."""


def copied_documents(
    readings: Sequence[PreparedQuestion], equal: Sequence[tuple[int, ...]], near: Sequence[tuple[int, int]]
) -> list[Copy]:
    """The copies among the documents, given the groups of equal questions and the pairs of near ones."""
    matched: dict[tuple[str, str], set[int]] = {}
    pairs = [pair for group in equal if len(group) <= _LONG_GROUP for pair in combinations(group, 2)]
    for one, other in [*pairs, *near]:
        first, second = readings[one].asked.document, readings[other].asked.document
        if first != second and first and second:
            matched.setdefault((min(first, second), max(first, second)), set()).update((one, other))
    sizes = Counter(reading.asked.document for reading in readings)
    found = []
    for (first, second), places in sorted(matched.items()):
        held = Counter(readings[place].asked.document for place in places)
        smaller = min((first, second), key=lambda document: (sizes[document], document))
        if sizes[smaller] >= _LEAST and held[smaller] > _SHARE * sizes[smaller]:
            found.append(Copy(first, second, held[smaller]))
    return found
