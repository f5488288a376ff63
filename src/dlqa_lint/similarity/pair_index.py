"""Which questions are worth comparing: an inverted index over rare words, never all pairs.

The words of a question are put in order, the rarest of the bank first. After some point the rest of them is
too light to make a pair, even if another question had all of it; so two questions that make a pair share a
word before that point, on both sides ("prefix filtering": Bayardo, Ma and Srikant, Scaling Up All Pairs
Similarity Search, 2007), and only these words are looked up. Words that begin alike count as one here, since
they may be the same in another form, and so do related ones. Words of so many questions that their lists would
grow too long count only where two of them meet.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dlqa_lint.similarity.duplicate_or_related import Demand
from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.word_overlap import family

_SHORT_LIST = 100  # questions that a word may always lead to
_POSTINGS = 3_000_000  # about how many postings all lists together may hold
_HEAVIEST = 4  # common words of a question that are looked up as pairs
_BEGINNING = 5  # letters; shorter words are the same in another form only by accident

_NEARLY_ALL = 0.4  # of the weight of a question's words is one of them
_Key = str | tuple[str, str]


class Index:
    """The questions met so far, by their words."""

    def __init__(self, readings: Sequence[PreparedQuestion], demand: Demand) -> None:
        """Count in how many of the questions each word occurs."""
        self.readings = readings
        self.visited = 0
        self._demand = demand
        self._roots = [_roots(reading) for reading in readings]
        self._counts = Counter(word for roots in self._roots for word in roots)
        self._limit = max(_SHORT_LIST, _POSTINGS // max(1, len(readings)))
        self._lists: dict[_Key, list[int]] = {}

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every pair of places worth comparing, the earlier first, in order of the later."""
        for place in range(len(self.readings)):
            keys = self._keys(place)
            met = set[int]().union(*(self._lists.get(key, ()) for key in keys))
            self.visited += len(met)
            yield from ((earlier, place) for earlier in self._promising(place, sorted(met)))
            for key in keys:
                found = self._lists.setdefault(key, [])
                if len(found) < self._limit:
                    found.append(place)

    def _promising(self, place: int, met: Iterable[int]) -> Iterator[int]:
        """The questions met that share so much with one that it may be enough."""
        reading, roots, demand = self.readings[place], self._roots[place], self._demand
        facets, weights, size = reading.outline.facets, reading.weights, math.sqrt(reading.total)
        for other in met:
            theirs, second = self._roots[other], self.readings[other]
            alike = demand.likeness(facets, second.outline.facets)
            if not alike:
                continue
            shared = [root * theirs[word] for word, root in roots.items() if word in theirs]
            best = max(shared) * size * math.sqrt(second.total)
            # Words that only begin alike are no reason to compare: a graph, GraphQL.
            if demand.may_be_met(sum(shared), best, len(shared), alike) and not weights.keys().isdisjoint(
                second.weights
            ):
                yield other

    def _keys(self, place: int) -> list[_Key]:
        """What to look a question up under, and to keep it under."""
        counts, roots = self._counts, self._roots[place]
        words = sorted(roots, key=lambda word: (counts[word], word))
        prefix = words[: self._needed(words, roots, self.readings[place].total)]
        rare: list[_Key] = [word for word in prefix if 1 < counts[word] <= self._limit]
        return rare + self._common_keys(roots) if prefix and counts[prefix[-1]] > self._limit else rare

    def _needed(self, words: Sequence[str], roots: dict[str, float], total: float) -> int:
        """How many of the words, the rarest first, are before the rest that is too light to make a pair."""
        rest = heaviest = 0.0
        for end in range(len(words), 0, -1):
            part = roots[words[end - 1]] ** 2
            rest += part
            heaviest = max(heaviest, part * total)
            # A word weighs at most 1, and by the inequality of Cauchy and Schwarz no other question shares
            # more of the rest than its root.
            if self._demand.may_be_met(math.sqrt(rest), math.sqrt(heaviest), len(words) - end + 1, 1.0):
                return end
        return 0

    def _common_keys(self, roots: dict[str, float]) -> list[_Key]:
        """Pairs of the heaviest common words, or the one there is if it is nearly all of the question."""
        common = sorted((-root, word) for word, root in roots.items() if self._counts[word] > self._limit)
        heaviest = sorted(word for _, word in common[:_HEAVIEST])
        if len(heaviest) > 1:
            return list(combinations(heaviest, 2))
        if heaviest and common[0][0] ** 2 > _NEARLY_ALL:
            return [(heaviest[0], "")]
        return []


class Lookup:
    """Questions by the words of their subjects, for looking up one text after the other."""

    def __init__(self, readings: Sequence[PreparedQuestion]) -> None:
        """Take the questions of a bank."""
        self._places: dict[str, list[int]] = {}
        for place, reading in enumerate(readings):
            for word in {_beginning(word) for word in reading.outline.subject}:
                self._places.setdefault(word, []).append(place)

    def places(self, asked: PreparedQuestion) -> set[int]:
        """The places of the questions whose subjects share a word with a text, or the beginning of one."""
        return {place for word in asked.outline.subject for place in self._places.get(_beginning(word), ())}


def _beginning(word: str) -> str:
    return word[:_BEGINNING] if word.isalpha() else word


def _roots(reading: PreparedQuestion) -> dict[str, float]:
    """The roots of the shares that words have in a question's weight, words that are related or begin alike as one."""
    shares: dict[str, float] = {}
    for word, weight in reading.weights.items():
        beginning = _beginning(family(word))
        shares[beginning] = shares.get(beginning, 0.0) + weight / reading.total
    return {word: math.sqrt(share) for word, share in shares.items()}
