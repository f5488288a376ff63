"""How much a word says about a question's subject.

A word of few questions of its own document says much; since a small document knows little about words, a
fixed background table is mixed in. Nothing else is looked at: whatever other documents a run sees, a word
weighs the same.
"""

import math
from collections.abc import Iterable
from functools import cache

from dlqa_lint.similarity import tables

# Fitted on labelled pairs of public banks; all five have wide optima.
_BELIEF = 150  # questions at which the document's own count weighs as much as the table
_CEILING = 0.15  # a word weighs at most this more than its own document says
_FLOOR = 0.05
_POWER = 1.25  # how much rare words stand out


@cache
def background() -> dict[str, float]:
    """The weights (0..1) of common stems of technical questions; others weigh 1."""
    return {stem: float(level) for level, stems in tables.groups("background").items() for stem in stems}


class WordWeights:
    """The word weights of one document."""

    def __init__(self, questions: Iterable[Iterable[str]] = ()) -> None:
        """Count in how many questions each stem occurs; without questions the background alone holds."""
        self._counts: dict[str, int] = {}
        self._questions = 0
        self._known: dict[str, float] = {}
        for stems in questions:
            self._questions += 1
            for stem in stems:
                self._counts[stem] = self._counts.get(stem, 0) + 1

    def of(self, stem: str) -> float:
        """The weight of a stem, 0..1.2."""
        weight = self._known.get(stem)
        if weight is None:
            weight = self._known[stem] = self._weigh(stem)
        return weight

    def _weigh(self, stem: str) -> float:
        total = self._questions
        table = background().get(stem, 1.0)
        if not total:
            return float(max(table, _FLOOR) ** _POWER)
        own = math.log((total + 1) / self._counts.get(stem, 1)) / math.log(total + 1)
        belief = total / (total + _BELIEF)
        return float(max(min(belief * own + (1 - belief) * table, own + _CEILING), _FLOOR) ** _POWER)
