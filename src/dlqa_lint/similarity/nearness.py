"""How near the meanings of two English questions are to a sentence-embedding model, where a project has one.

Words decide in any case: nearness moves the log-odds that come of them, by weights that corpus/tune_pairs.py
fits on the same pairs. A model alone takes questions that differ in one word for the same.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from operator import mul
from typing import NamedTuple

from dlqa_lint.model.embedder import Embedder
from dlqa_lint.similarity import tables
from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.text_language import ENGLISH

MOST = 1.0
"""The nearness of a text to itself."""


class Fusion(NamedTuple):
    """How log-odds and nearness make new log-odds."""

    constant: float
    words: float
    """What the log-odds of the words are multiplied by."""
    nearness: float

    def of(self, log_odds: float, nearness: float) -> float:
        """The log-odds of a pair whose nearness is known."""
        return self.constant + self.words * log_odds + self.nearness * nearness

    def needed(self, log_odds: float) -> float:
        """The least log-odds of the words with which a pair may reach some, however near its meanings are."""
        return (log_odds - self.constant - self.nearness * MOST) / self.words


@cache
def fusions() -> tuple[Fusion, Fusion]:
    """The weights for the same subject, and for one answer."""
    rows = {name: values for name, *values in (line.split() for line in tables.lines("nearness"))}
    first, second = (
        Fusion(**{name: float(rows[name][column]) for name in Fusion._fields}) for column in (0, 1)
    )
    return first, second


class Nearness:
    """The vectors of questions, each made once."""

    def __init__(self, embedder: Embedder) -> None:
        """Take what makes the vectors."""
        self._embedder = embedder
        self._vectors: dict[str, Sequence[float]] = {}

    def learn(self, questions: Iterable[PreparedQuestion]) -> None:
        """Make the vectors of questions together, which is faster than one by one."""
        english = dict.fromkeys(question.key for question in questions if question.language == ENGLISH)
        missing = [text for text in english if text not in self._vectors]
        if missing:
            self._vectors.update(zip(missing, self._embedder.vectors(missing), strict=True))

    def of(self, first: PreparedQuestion, second: PreparedQuestion) -> float | None:
        """The cosine of two questions, None for those in another language than English."""
        if first.language != ENGLISH or second.language != ENGLISH:
            return None
        self.learn((first, second))
        return float(sum(map(mul, self._vectors[first.key], self._vectors[second.key])))
