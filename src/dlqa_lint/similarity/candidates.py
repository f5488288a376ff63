"""Which questions are worth comparing: an inverted index over rare words, never all pairs.

Words of few questions lead straight to each other. Words of many questions only count where two of them meet,
so that the lists stay short; two questions that share nothing but one common word are not the same subject.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from dlqa_lint.similarity import score
from dlqa_lint.similarity.facets import likeness
from dlqa_lint.similarity.features import BROAD
from dlqa_lint.similarity.reading import Reading

_SHORT_LIST = 100  # questions that a word may always lead to
_POSTINGS = 3_000_000  # about how many postings all lists together may hold
_HEAVIEST = 4  # common words of a question that are looked up as pairs
_SLACK = 0.04  # share that words which are only spelt alike may add
_NEARLY_ALL = 0.75  # share from which nothing of the subject may be left over
_ONE = 1024.0  # added for every shared word, so that one sum holds their number and their weight

_Key = str | tuple[str, str]


class Index:
    """The questions met so far, by their words."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Count in how many of the questions each word occurs."""
        self.readings = readings
        self.visited = 0
        self._counts = Counter(word for reading in readings for word in reading.weights)
        self._roots = [math.sqrt(reading.total) for reading in readings]
        self._limit = max(_SHORT_LIST, _POSTINGS // max(1, len(readings)))
        self._lists: dict[_Key, list[tuple[int, float]]] = {}

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every pair of places worth comparing, the earlier first, in order of the later."""
        for place, reading in enumerate(self.readings):
            yield from ((earlier, place) for earlier in self._met(reading))
            self._add(place, reading)

    def _met(self, reading: Reading) -> list[int]:
        """The questions met so far that share enough with this one."""
        met: dict[int, float] = {}
        common = {}
        for word, weight in reading.weights.items():
            if self._is_rare(word):
                root = math.sqrt(weight)
                for place, other in self._lists.get(word, ()):
                    met[place] = met.get(place, 0.0) + root * other + _ONE
            else:
                common[word] = weight
        for key in self._common_keys(reading):
            for place, _ in self._lists.get(key, ()):
                met.setdefault(place, 0.0)
        self.visited += len(met)
        return self._promising(reading, met, common)

    def _promising(self, reading: Reading, met: dict[int, float], common: dict[str, float]) -> list[int]:
        """The questions met whose shared words may be enough: first if all common words were shared too."""
        unseen, number = sum(common.values()), len(common)
        root, heaviest = math.sqrt(reading.total), max(reading.weights.values(), default=0.0)
        missing = [score.missing(min(BROAD, count)) for count in range(BROAD + number + 1)]
        by_share, by_best = score.SAME_SUBJECT.overlap, score.SAME_SUBJECT.best
        roots, found = self._roots, []
        for place, packed in met.items():
            count = int(packed / _ONE)
            seen = packed - count * _ONE
            scale = root * roots[place]
            count = min(BROAD, count)
            most = seen + unseen
            share = most / scale + _SLACK
            if (
                share < _NEARLY_ALL
                and share * by_share + by_best * min(most, heaviest) < missing[count + number]
            ):
                continue
            theirs = self.readings[place].weights
            for word, weight in common.items():
                if word in theirs:
                    seen += math.sqrt(weight * theirs[word])
                    count += 1
            share = seen / scale + _SLACK
            over = share * by_share + by_best * min(seen, heaviest) - missing[count]
            if share >= _NEARLY_ALL or (over >= 0 and over >= self._unlikeness(reading, place)):
                found.append(place)
        return found

    def _unlikeness(self, reading: Reading, place: int) -> float:
        """What two questions lose because one answer does not serve both."""
        alike = likeness(reading.outline.facets, self.readings[place].outline.facets)
        return score.SAME_SUBJECT.facets * (1 - alike)

    def _add(self, place: int, reading: Reading) -> None:
        for word, weight in reading.weights.items():
            if self._is_rare(word) and self._counts[word] > 1:
                self._lists.setdefault(word, []).append((place, math.sqrt(weight)))
        for key in self._common_keys(reading):
            found = self._lists.setdefault(key, [])
            if len(found) < self._limit:
                found.append((place, 0.0))

    def _is_rare(self, word: str) -> bool:
        return self._counts[word] <= self._limit

    def _common_keys(self, reading: Reading) -> list[_Key]:
        """Pairs of the heaviest common words, or the one there is if it is nearly all of the question."""
        common = sorted(
            (-weight, word) for word, weight in reading.weights.items() if not self._is_rare(word)
        )
        heaviest = sorted(word for _, word in common[:_HEAVIEST])
        if len(heaviest) > 1:
            return list(combinations(heaviest, 2))
        if heaviest and -common[0][0] > 0.4 * reading.total:
            return [(heaviest[0], "")]
        return []
