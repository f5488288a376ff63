"""Which questions of a bank ask the same: the one place where the parts come together."""

from collections.abc import Iterable, Iterator
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from dlqa_lint.model.embedder import Embedder
from dlqa_lint.similarity import contrast, duplicate_or_related
from dlqa_lint.similarity.asked import DUPLICATE, RELATED, Asked, Comparison, Near, Pair, Tuning
from dlqa_lint.similarity.copies import Copy, copied_documents
from dlqa_lint.similarity.facets import likeness
from dlqa_lint.similarity.features import Features
from dlqa_lint.similarity.nearness import Nearness
from dlqa_lint.similarity.openings import Openings
from dlqa_lint.similarity.pair_index import Index, Lookup
from dlqa_lint.similarity.prepared import PreparedQuestion, Preparer, order_key, phrases
from dlqa_lint.similarity.question_language import in_one_language
from dlqa_lint.similarity.same_options import same_options, usual_sets
from dlqa_lint.similarity.text_language import ENGLISH
from dlqa_lint.similarity.two_questions import Comparer, strength
from dlqa_lint.similarity.word_overlap import overlap
from dlqa_lint.similarity.word_weights import WordWeights

_SHIPPED = Tuning()

_NEIGHBOURS = 5  # questions this near to each other were written in one go


class Survey(NamedTuple):
    """All that one pass over a bank finds."""

    equal: tuple[tuple[int, ...], ...]
    """Groups of questions with the same words and the same body."""
    pairs: tuple[Pair, ...]
    """Pairs in other words, best first: only the first of equal questions, none between copied documents."""
    copies: tuple[Copy, ...]
    """Documents of which more than half is the same as another document."""


class Scorer:
    """A bank prepared for comparing: read once, asked often."""

    def __init__(
        self,
        questions: Iterable[Asked] = (),
        tuning: Tuning = _SHIPPED,
        known: Iterable[PreparedQuestion] = (),
        embedder: Embedder | None = None,
    ) -> None:
        """Take every question of the bank; their order does not matter.

        `known` are readings of them that were made before, with the same synonyms; `embedder` is a model of the
        project's own.
        """
        self.questions = tuple(questions)
        self._threshold = (
            duplicate_or_related.DUPLICATE_FROM if tuning.threshold is None else tuning.threshold
        )
        self._poles = partial(contrast.poles, tuning.contrasts)
        self._synonyms = phrases(tuning.synonyms)
        self._documents: dict[str, list[Asked]] = {}
        for question in self.questions:
            self._documents.setdefault(question.document, []).append(question)
        self._readers: dict[str, Preparer] = {}
        self._readings = {reading.asked: reading for reading in known}
        self._weights: dict[str, WordWeights] = {}
        self._words: Lookup | None = None
        self._usual = usual_sets(self.questions)
        self._nearness = Nearness(embedder) if embedder else None
        self._comparer = Comparer(self._poles, self._threshold, self._weigh, self._usual, self._nearness)

    def compare(self, first: Asked, second: Asked) -> Comparison:
        """How near two questions are, each understood as a question of its document, in the bank or not."""
        if first.document not in self._documents and second.document not in self._documents:
            first, second = in_one_language(first, second)
        return self._comparer.best(self._read(first), self._read(second))

    def features(self, first: Asked, second: Asked) -> Features | None:
        """What is measured on two questions, None for two that share nothing; for fitting coefficients."""
        one, other = self._read(first), self._read(second)
        common = overlap(one, other, self._poles(one.language))
        if one.language != other.language or not common.named:
            return None
        return self._comparer.measured(one, other, common)[-1]

    def nearness(self, first: Asked, second: Asked) -> float | None:
        """How near two questions are to the model, None without one or in other languages; for fitting weights."""
        return self._nearness.of(self._read(first), self._read(second)) if self._nearness else None

    def survey(self, level: str = RELATED) -> Survey:
        """All equal questions, copied documents, and pairs of at least a level."""
        order = sorted(
            range(len(self.questions)), key=lambda index: (order_key(self.questions[index]), index)
        )
        readings = [self._read(self.questions[index]) for index in order]
        equal, firsts = _equal(readings)
        found = self._near([readings[place] for place in firsts], level)
        places = [(firsts[one], firsts[other], near) for one, other, near in found]
        same = [(one, other) for one, other, near in places if near.level == DUPLICATE]
        copies = copied_documents(readings, equal, same)
        copied = {frozenset((copy.first, copy.second)) for copy in copies}
        pairs = [
            (-near.score, one, other, near)
            for one, other, near in places
            if frozenset((readings[one].asked.document, readings[other].asked.document)) not in copied
        ]
        return Survey(
            tuple(tuple(order[place] for place in group) for group in equal),
            tuple(
                _pair(order[one], order[other], near)
                for _, one, other, near in sorted(pairs, key=lambda p: p[:3])
            ),
            tuple(copies),
        )

    def nearest(self, text: str, limit: int = 5) -> list[Near]:
        """The questions of the bank nearest to a text, best first."""
        if self._words is None:
            readings = [self._read(question) for question in self.questions]
            self._words = Lookup(readings)
            if self._nearness:
                self._nearness.learn(readings)
        asked = {name: self._reader(name).read(Asked(name, -1, text)) for name in self._documents}
        places = set[int]().union(*map(self._words.places, asked.values()))
        rated = []
        for index in sorted(places):
            question = self.questions[index]
            comparison = self._comparer.best(asked[question.document], self._read(question))
            if comparison.about or comparison.level:
                rated.append((-comparison.score, order_key(question), index, comparison))
        rated.sort(key=lambda near: near[:3])
        return [Near(index, comparison) for _, _, index, comparison in rated[:limit]]

    def _read(self, question: Asked) -> PreparedQuestion:
        reading = self._readings.get(question)
        if reading is None:
            reading = self._readings[question] = self._reader(question.document).read(question)
        return reading

    def _reader(self, document: str) -> Preparer:
        if document not in self._readers:
            asked = sorted(self._documents.get(document, ()), key=order_key)
            self._readers[document] = Preparer(asked, self._synonyms)
        return self._readers[document]

    def _weigh(self, document: str) -> WordWeights:
        """What words weigh in a document, counted from the questions that were read."""
        if document not in self._weights:
            asked = self._documents.get(document, ())
            self._weights[document] = WordWeights(self._read(question).outline.depths for question in asked)
        return self._weights[document]

    def _nearest(self, readings: list[PreparedQuestion], level: str) -> dict[tuple[int, int], Comparison]:
        """The pairs of places that their words speak for, as wholes or in parts."""
        demand = duplicate_or_related.Demand(
            level,
            self._threshold,
            helped=self._nearness is not None,
            lenient=any(reading.language != ENGLISH for reading in readings),
        )
        entries = list(enumerate(readings))
        entries += [(place, reading.part) for place, reading in entries if reading.part]
        if self._nearness:
            self._nearness.learn(reading for _, reading in entries)
        nearest: dict[tuple[int, int], Comparison] = {}
        for one, other in Index([reading for _, reading in entries], demand).pairs():
            (place, first), (later, second) = sorted((entries[one], entries[other]), key=itemgetter(0))
            if place == later:
                continue
            whole = max(one, other) < len(readings)
            near = (self._comparer.compare if whole else self._comparer.compare_parts)(first, second, demand)
            if near.level:
                nearest[place, later] = max(near, nearest.get((place, later), near), key=strength)
        return nearest

    def _near(self, readings: list[PreparedQuestion], level: str) -> Iterator[tuple[int, int, Comparison]]:
        """Pairs of places that are worth a report."""
        nearest = self._nearest(readings, level)
        found = set(nearest)
        for (one, other), near in nearest.items():
            told = _of_neighbours(readings[one], readings[other], near)
            if told.level == DUPLICATE or level == RELATED:
                yield one, other, told
        for one, other in same_options(readings, self._usual):
            if (one, other) not in found:
                near = self._comparer.compare(readings[one], readings[other])
                if near.level == DUPLICATE:
                    found.add((one, other))
                    yield one, other, near
        if level == RELATED:
            for one, other in Openings(readings, self._reader).pairs():
                if (one, other) not in found:
                    near = self._comparer.by_answers(readings[one], readings[other])
                    if near.level:
                        yield one, other, near


def _equal(readings: list[PreparedQuestion]) -> tuple[list[tuple[int, ...]], list[int]]:
    """The groups of equal questions, and the places of all questions that are first of their kind."""
    kinds: dict[tuple[str, str, str], list[int]] = {}
    for place, reading in enumerate(readings):
        kinds.setdefault((reading.key, reading.asked.body, reading.language), []).append(place)
    return [tuple(group) for group in kinds.values() if len(group) > 1], [
        group[0] for group in kinds.values()
    ]


def _of_neighbours(first: PreparedQuestion, second: PreparedQuestion, near: Comparison) -> Comparison:
    """The comparison of two questions, which are at most related if their author put them side by side.

    "What are modules?" and "Why do you need modules?" one after the other are two halves of one lesson; asked
    a hundred questions apart they are a repetition. Of two in a row, with "an inner class" and "a static inner class",
    whatever one says beyond the other is what it is asked for.
    """
    apart = abs(first.asked.position - second.asked.position)
    if near.level != DUPLICATE or first.asked.document != second.asked.document or apart > _NEIGHBOURS:
        return near
    says_more = apart == 1 and bool(near.only_first or near.only_second)
    if says_more or likeness(first.outline.facets, second.outline.facets) < 1:
        return near._replace(level=RELATED)
    return near


def _pair(first: int, second: int, near: Comparison) -> Pair:
    return Pair(
        first,
        second,
        near.score,
        near.level or "",
        near.about,
        near.only_first,
        near.only_second,
        near.evidence,
    )
