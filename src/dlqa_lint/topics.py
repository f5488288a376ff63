"""From documents to what the scorer compares: the bridge between the model and `similarity`."""

from functools import lru_cache

from dlqa_lint.bank import Bank, Document, Question
from dlqa_lint.markdown import plain
from dlqa_lint.similarity import RELATED, Asked, Scorer, Survey, Tuning, language_of

_OPENING = 800
"""Characters of an answer that count: its topic is named in the first few words."""


def asked_of(document: Document, *, answers: bool = False) -> list[Asked]:
    """The questions of a document as the scorer sees them, in document order; withdrawn ones as well."""
    language = language_of(question.words for question in document.questions)
    return [
        Asked(
            document=document.path,
            position=question.position,
            text=question.words,
            body=question.prompt,
            answer=_opening(question) if answers else "",
            language=language,
        )
        for question in document.questions
    ]


@lru_cache(maxsize=2)
def survey(bank: Bank, level: str) -> Survey:
    """The equal questions, the copies and the pairs of at least a level among all questions of a bank.

    The rules ask one after the other; the same bank is looked at once for each level.
    """
    schemas = [document.schema.duplicates for document in bank.documents if document.schema.duplicates.topics]
    tuning = Tuning(schemas[0].threshold, schemas[0].synonyms, schemas[0].contrasts) if schemas else Tuning()
    answers = level == RELATED  # nothing but these pairs rests on what answers say
    questions = (item for document in bank.documents for item in asked_of(document, answers=answers))
    return Scorer(questions, tuning).survey(level)


def _opening(question: Question) -> str:
    """The first words of an answer, "" where nobody answered."""
    return plain(question.answer.text[:_OPENING]) if question.answer and question.answer.given else ""
