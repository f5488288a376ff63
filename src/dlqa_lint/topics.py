"""From documents to what the scorer compares: the bridge between the model and `similarity`."""

from collections.abc import Sequence
from functools import lru_cache

from dlqa_lint.bank import Bank, Document
from dlqa_lint.markdown import plain
from dlqa_lint.similarity import Asked, Scorer, Survey, Tuning, language_of

_OPENING = 4000
"""Characters of an answer that count: its topic is named early."""


def asked_of(document: Document) -> list[Asked]:
    """The questions of a document as the scorer sees them, in document order; withdrawn ones as well."""
    language = language_of(question.words for question in document.questions)
    return [
        Asked(
            document=document.path,
            position=question.position,
            text=question.words,
            body=question.prompt,
            answer=plain(question.answer.text[:_OPENING])
            if question.answer and question.answer.given
            else "",
            language=language,
        )
        for question in document.questions
    ]


def survey(bank: Bank) -> Survey:
    """What one pass over all questions of a bank finds; the same bank is looked at once."""
    schemas = [document.schema.duplicates for document in bank.documents if document.schema.duplicates.topics]
    tuning = Tuning(schemas[0].threshold, schemas[0].synonyms, schemas[0].contrasts) if schemas else Tuning()
    asked = tuple(item for document in bank.documents for item in asked_of(document))
    return _survey(asked, tuning)


@lru_cache(maxsize=1)
def _survey(asked: Sequence[Asked], tuning: Tuning) -> Survey:
    return Scorer(asked, tuning).survey()
