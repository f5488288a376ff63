"""Answer keys in a file of their own, and the quizzes beside it that they answer."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Document, Key, KeyEntry, Question
from dlqa_lint.text.paths import slashed


class AnswerFile(NamedTuple):
    """A quiz, and the file beside it that holds its key."""

    quiz: Document
    file: Document
    key: Key

    def entry_of(self, question: Question) -> KeyEntry | None:
        """What the key says of a question of the quiz."""
        return self.key.entry_of(question) if len(question.options) > 1 else None


def answer_files(documents: Iterable[Document], files: Iterable[Document]) -> Iterator[AnswerFile]:
    """The quizzes among documents that are answered in one of some files, each with that file.

    The file lies in the same folder, its name says the same beside "answers", or nothing and no other quiz is
    there, and most of its numbers are asked. Nothing is told where numbers come again: it takes sections to tell
    those apart.
    """
    quizzes = [document for document in documents if _numbers(document)]
    for file in files:
        quiz = _quiz_of(file, [quiz for quiz in quizzes if _folder(quiz) == _folder(file)])
        if quiz is None:
            continue
        numbers, key = _numbers(quiz), file.keys[0]
        asked = sum(entry.number in numbers for entry in key.entries)
        if max(numbers.values()) == 1 and asked * 2 > len(key.entries):
            yield AnswerFile(quiz, file, key)


def answered(documents: Sequence[Document]) -> list[Document]:
    """The documents, with the letters that a file beside them gives to questions that have none of their own."""
    files = [document for document in documents if document.keys and not document.is_bank]
    keys = {found.quiz.path: found for found in answer_files(documents, files)}
    return [
        document._replace(questions=tuple(_answered(q, keys[document.path]) for q in document.questions))
        if document.path in keys
        else document
        for document in documents
    ]


def _answered(question: Question, found: AnswerFile) -> Question:
    entry = found.entry_of(question)
    if entry is None or question.right or question.answer_letters:
        return question
    return question._replace(answer_letters=entry.letters, shares_answer=question.answer is None)


def _quiz_of(file: Document, beside: Sequence[Document]) -> Document | None:
    """The one quiz of a folder that a file is named after, or the only one where it is named after none."""
    subject = vocabulary.subject_of(file.path)
    named = [quiz for quiz in beside if vocabulary.subject_of(quiz.path) == subject]
    found = named or ([] if subject else beside)
    return found[0] if len(found) == 1 else None


def _numbers(document: Document) -> Counter[int]:
    """The numbers of a document's questions with options, as keys give them."""
    if not document.is_bank:
        return Counter()
    return Counter(q.number.value[-1] for q in document.questions if q.number and len(q.options) > 1)


def _folder(document: Document) -> str:
    return posixpath.dirname(slashed(document.path))
