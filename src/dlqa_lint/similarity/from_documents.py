"""From documents to what the scorer compares: the bridge between the model and `similarity`."""

import re
from collections.abc import Iterable
from functools import lru_cache

from dlqa_lint.language.translations import language_in_path
from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.similarity import (
    DUPLICATE,
    RELATED,
    Asked,
    PreparedDocument,
    PreparedQuestion,
    Scorer,
    Survey,
    Tuning,
    language_of,
    phrases,
    prepare_document,
    shingles,
)
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.inline import code_spans

_OPENING = 800
"""Characters of an answer that count: its topic is named in the first few words."""


def asked_of(document: Document, *, answers: bool = False) -> list[Asked]:
    """The questions of a document as the scorer sees them, in document order; withdrawn ones as well."""
    texts = [question.plain_text for question in document.questions]
    language = language_of(texts) or language_in_path(document.path)
    title = document.title.plain_text if document.title else ""
    return [
        Asked(
            document=document.path,
            position=question.position,
            text=_with_code(question),
            body=question.prompt_in_order,
            answer=_opening(question) if answers else "",
            language=language,
            options=tuple(sorted(_folded(option.text) for option in question.options)),
            right=_right(question),
            title=title,
        )
        for question in document.questions
    ]


def prepared(document: Document) -> Document:
    """The document with what there is to compare, which is work that can be kept and shared out."""
    if not document.is_bank:
        return document
    asked = document.schema.duplicates
    readings = prepare_document(asked_of(document), phrases(asked.synonyms)) if asked.topics else None
    return document._replace(compared=PreparedDocument(readings, tuple(answers_of(document))))


def answers_of(document: Document) -> Iterable[frozenset[int]]:
    """The shingles of the answers of a document, in document order; none where nobody answered."""
    if document.compared is not None:
        return document.compared.answers
    answers = (question.answer for question in document.questions)
    return [shingles(answer.text) if answer and answer.given else frozenset() for answer in answers]


@lru_cache(maxsize=2)
def survey(bank: Bank, level: str) -> Survey:
    """The equal questions, the copies and the pairs of at least a level among all questions of a bank.

    The rules ask one after the other; the same bank is looked at once for each level.
    """
    content = (level, _tuning(bank), [_content(document, level) for document in bank.documents])

    def made() -> Survey:
        return _scorer(bank, level).survey(level)

    found: Survey = bank.recall("survey", (*content, bank.embedder) if bank.embedder else content, made)
    return found


def scorer_of(bank: Bank) -> Scorer:
    """The questions of a bank, ready for looking up what is similar to one."""
    return _scorer(bank, DUPLICATE)


def _tuning(bank: Bank) -> Tuning:
    """What a project sets."""
    schemas = [document.schema.duplicates for document in bank.documents if document.schema.duplicates.topics]
    return Tuning(schemas[0].threshold, schemas[0].synonyms, schemas[0].contrasts) if schemas else Tuning()


def _content(document: Document, level: str) -> object:
    """What tells the questions of a document from others, as far as a level rests on them."""
    known = document.compared.asked if document.compared and level == DUPLICATE else None
    return known or asked_of(document, answers=level == RELATED)


def _scorer(bank: Bank, level: str) -> Scorer:
    """The questions of a bank, ready for finding pairs of a level."""
    tuning = _tuning(bank)
    questions: list[Asked] = []
    known: list[PreparedQuestion] = []
    for document in bank.documents:
        readings = document.compared.readings if document.compared and level == DUPLICATE else None
        # Nothing but related pairs rests on what answers say; prepared questions go without.
        if readings is not None:
            questions += (reading.asked for reading in readings)
            known += readings if document.schema.duplicates.synonyms == tuning.synonyms else ()
        else:
            questions += asked_of(document, answers=level == RELATED)
    return Scorer(questions, tuning, known, bank.embedder)


def _with_code(question: Question) -> str:
    """The words of a question, code in backticks: `with` is a subject, where "with" is a small word."""
    text = question.plain_text
    codes = dict.fromkeys(question.text[span.start : span.end].strip() for span in code_spans(question.text))
    for code in filter(None, codes):
        text = re.sub(rf"(?<![\w`]){re.escape(code)}(?![\w`])", lambda found: f"`{found[0]}`", text)
    return text


def _right(question: Question) -> tuple[str, ...]:
    """The options that are marked as right, or whose letters the answer names."""
    letters = question.answer_letters
    right = (option for option in question.options if option.correct or (option.label in letters and letters))
    return tuple(sorted(_folded(option.text) for option in right))


def _folded(text: str) -> str:
    return " ".join(plain(text).split()).casefold()


def _opening(question: Question) -> str:
    """The first words of an answer, "" where nobody answered."""
    return plain(question.answer.text[:_OPENING]) if question.answer and question.answer.given else ""
