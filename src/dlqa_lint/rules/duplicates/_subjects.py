"""Documents about different things: "What is a partition?" is one question about Kafka and another about Cassandra."""

from collections.abc import Iterable, Iterator

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.rules.duplicates._spots import Spot
from dlqa_lint.text.lazy_regex import regex

_WORD = regex(r"[^\W\d_]{2,}")
_USED = 3
"""Questions and answers of a document that name what it is about."""


class Subjects:
    """What documents are about, by their titles and by what they speak of; each is read once."""

    def __init__(self) -> None:
        self._told: dict[str, list[set[str]]] = {}

    def parts(self, group: Iterable[Spot]) -> Iterator[list[Spot]]:
        """The parts of a group of equal questions whose documents are about one thing."""
        parts: list[list[Spot]] = []
        for spot in group:
            part = next((part for part in parts if not self.differ(part[0], spot)), None)
            if part is None:
                parts.append([spot])
            else:
                part.append(spot)
        yield from (part for part in parts if len(part) > 1)

    def differ(self, first: Spot, second: Spot) -> bool:
        """Whether two questions stand in documents about different things, and the answer of one says so."""
        (document, question), (other, asked) = first, second
        if document is other:
            return False
        ours, theirs = self._subject(document, other), self._subject(other, document)
        if not ours or not theirs:
            return False
        return not (ours.isdisjoint(_answered(question)) and theirs.isdisjoint(_answered(asked)))

    def _subject(self, document: Document, other: Document) -> set[str]:
        """The words of a title that its document names time and again, and another document nowhere."""
        own = _title(document) - _title(other)
        if not (own and other.title) or any(not own.isdisjoint(words) for words in self._words_of(other)):
            return set()
        return {word for word in own if sum(word in words for words in self._words_of(document)) >= _USED}

    def _words_of(self, document: Document) -> list[set[str]]:
        """The words of every question and answer of a document."""
        if document.path not in self._told:
            self._told[document.path] = [
                _words(question.plain_text) | _answered(question) for question in document.questions
            ]
        return self._told[document.path]


def _title(document: Document) -> set[str]:
    return _words(document.title.text) if document.title else set()


def _answered(question: Question) -> set[str]:
    return _words(question.answer.text) if question.answer and question.answer.given else set()


def _words(text: str) -> set[str]:
    return {match.casefold() for match in _WORD.findall(text)}
