"""From documents to what the scorer compares: the bridge between the model and `similarity`."""

from functools import lru_cache

from dlqa_lint.bank import Bank, Document
from dlqa_lint.markdown import plain
from dlqa_lint.similarity import Asked, Scorer, Survey, Tuning, language_of

_OPENING = 800
"""Characters of an answer that count: its topic is named in the first few words."""


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


@lru_cache(maxsize=1)
def survey(bank: Bank) -> Survey:
    """What one pass over all questions of a bank finds; the same bank is looked at once."""
    schemas = [document.schema.duplicates for document in bank.documents if document.schema.duplicates.topics]
    tuning = Tuning(schemas[0].threshold, schemas[0].synonyms, schemas[0].contrasts) if schemas else Tuning()
    return Scorer((item for document in bank.documents for item in asked_of(document)), tuning).survey()
