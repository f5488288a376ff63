"""Answers as evidence: two questions whose answers open with each other's subject are about the same thing.

"How do you handle non-linearity in neural networks?" shares no word with "Define activation functions", but
its answer opens with activation functions, and the other answer with non-linearity. One direction alone says
little, since most answers name their neighbours: it counts only for a question without an answer, when a
single answer of the document opens with its subject.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from dlqa_lint.similarity.asked import Asked
from dlqa_lint.similarity.prepared import PreparedQuestion, Preparer
from dlqa_lint.similarity.text_language import ENGLISH

_OPENING = 25  # words of an answer that say what it is about
_COVER = 0.85  # share of a question's weight that the other's opening must hold
_HEAVY = 0.6  # least weight of a question's first word for it to name a subject
_COMMON = 0.03  # a word in more openings than this share (and at least _FEW) is the document's own subject
_FEW = 3


class Openings:
    """The subjects and the opening words of a bank's answered questions, by document."""

    def __init__(self, readings: Sequence[PreparedQuestion], reader_of: Callable[[str], Preparer]) -> None:
        """Read the opening of every answer in English."""
        self._readings = readings
        self._opening: list[frozenset[str]] = [
            _words(reader_of(reading.asked.document), reading.asked)
            if reading.language == ENGLISH
            else frozenset()
            for reading in readings
        ]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Places of questions of one document whose answers speak for each other, the earlier first."""
        holding, limits = self._holding()
        found: set[tuple[int, int]] = set()
        for place, reading in enumerate(self._readings):
            document = reading.asked.document
            places = [other for other in holding.get((document, _lead(reading)), ()) if other != place]
            if len(places) > limits.get(document, 0):
                continue
            answered = bool(self._opening[place])
            covering = [other for other in places if self._covers(other, place)]
            if answered:
                covering = [other for other in covering if self._covers(place, other)]
            if answered or len(places) == 1:
                found.update((min(place, other), max(place, other)) for other in covering)
        return iter(sorted(found))

    def _holding(self) -> tuple[dict[tuple[str, str], list[int]], dict[str, float]]:
        """The places of the answers that open with each word, and how many are too many, by document."""
        holding: dict[tuple[str, str], list[int]] = {}
        answered: Counter[str] = Counter()
        for place, words in enumerate(self._opening):
            document = self._readings[place].asked.document
            answered[document] += bool(words)
            for word in words:
                holding.setdefault((document, word), []).append(place)
        return holding, {document: max(_FEW, _COMMON * count) for document, count in answered.items()}

    def _covers(self, answered: int, asked: int) -> bool:
        """Whether an answer opens with the subject of another question."""
        reading, opening = self._readings[asked], self._opening[answered]
        lead = _lead(reading)
        if not opening or lead not in opening or reading.weights.get(lead, 0.0) < _HEAVY:
            return False
        held = sum(reading.weights[word] for word in reading.outline.subject if word in opening)
        return held >= _COVER * sum(reading.weights[word] for word in reading.outline.subject)


def _lead(reading: PreparedQuestion) -> str:
    """The heaviest word of a question's subject, "" for none."""
    return max(reading.outline.subject, key=lambda word: reading.weights[word], default="")


def _words(reader: Preparer, question: Asked) -> frozenset[str]:
    text = " ".join(re.findall(r"\S+", question.answer, re.UNICODE)[:_OPENING])
    return reader.words(text) if text else frozenset()
