"""The twins of a question: those of its bank that ask the same in other words, or nearly so."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dlqa_lint.filters.suppressions import distinct_pairs, place_of
from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.server.snapshot import Snapshot
from dlqa_lint.similarity import DUPLICATE, RELATED, Scorer
from dlqa_lint.similarity.from_documents import asked_of, scorer_of

_MOST = 3
"""How many twins are named; who has read three will look for the rest."""
_LOOKED_AT = 10
"""How many of the nearest questions are compared; nothing beyond them is related."""
_RELATIONS = {DUPLICATE: "asks the same", RELATED: "related"}


class SimilarQuestion(NamedTuple):
    """A question that is similar to another one, and in which way."""

    document: Document
    question: Question
    relation: str


def twins_of(snapshot: Snapshot, question: Question) -> list[SimilarQuestion]:
    """The twins of a question of the document, the nearest first."""
    return list(_twins(snapshot, question))[:_MOST]


def _twins(snapshot: Snapshot, question: Question) -> Iterator[SimilarQuestion]:
    bank, own = snapshot.bank.bank, place_of(snapshot.document, question)
    apart = distinct_pairs(bank.documents)
    by_path = {document.path: document for document in bank.documents}
    scorer = _scorer(bank)
    text = next(asked.text for asked in asked_of(snapshot.document) if asked.position == question.position)
    for near in scorer.nearest(text, _LOOKED_AT):
        asked = scorer.questions[near.question]
        document = by_path[asked.document]
        other = document.at(asked.position)
        place = place_of(document, other)
        if near.comparison.level in _RELATIONS and place != own and frozenset((own, place)) not in apart:
            yield SimilarQuestion(document, other, _RELATIONS[near.comparison.level])


@lru_cache(maxsize=1)
def _scorer(bank: Bank) -> Scorer:
    """The questions of a bank, ready to be looked up; who hovers over one hovers over the next."""
    return scorer_of(bank)
