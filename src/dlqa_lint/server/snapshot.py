"""What is known of an open document at one moment: all that a feature may look at."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from lsprotocol.types import Location, Range

from dlqa_lint.cli.banks import ProjectBank
from dlqa_lint.model.bank import Bank, Document, Question, question_at
from dlqa_lint.model.finding import Finding
from dlqa_lint.server.positions import Places, Units
from dlqa_lint.server.uris import uri_of
from dlqa_lint.text.source import Source, Span


class Held(NamedTuple):
    """How the editor calls a document that is open in it, and which state of it is meant."""

    uri: str
    version: int | None


class Snapshot(NamedTuple):
    """An open document as it was read, the bank that it belongs to, and what was found in it.

    `held` are the open documents of the bank by path, `echoes` findings in files that are not open and that
    point into this document. As long as the bank was not looked at since the last change, a snapshot is not
    `settled`: the rest of its bank, and what bank rules had found, are as they were then.
    """

    path: str
    document: Document
    bank: ProjectBank
    findings: tuple[Finding, ...]
    held: Mapping[str, Held]
    units: Units
    echoes: tuple[Finding, ...] = ()
    settled: bool = False

    @property
    def version(self) -> int | None:
        """The version of the document, as its editor counts."""
        return self.held[self.path].version

    @property
    def uri(self) -> str:
        """How the editor calls the document."""
        return self.held[self.path].uri

    @property
    def places(self) -> Places:
        """The places of the document."""
        return _places(self.document.source, self.units)

    def places_in(self, path: str) -> Places | None:
        """The places of a document of the bank."""
        document = self.document_at(path)
        return _places(document.source, self.units) if document else None

    def document_at(self, path: str) -> Document | None:
        """The document of the bank with a path."""
        return self.document if path == self.path else _by_path(self.bank.bank).get(path)

    def location(self, path: str, span: Span) -> Location | None:
        """A place in a document of the bank, as the editor goes to it."""
        places = self.places_in(path)
        return Location(self.uri_of(path), places.range(span)) if places else None

    def uri_of(self, path: str) -> str:
        """How the editor calls, or would call, a document."""
        return self.held[path].uri if path in self.held else uri_of(path)

    def question(self, offset: int) -> Question | None:
        """The question whose line or body holds an offset."""
        return question_at(self.document, offset)

    def span(self, range_: Range) -> Span:
        """What the editor has selected."""
        return self.places.span(range_)


def asks_at(question: Question | None, offset: int) -> bool:
    """Whether an offset is on a question's own line."""
    return question is not None and question.span.start <= offset <= question.span.end


@lru_cache(maxsize=32)
def _places(source: Source, units: Units) -> Places:
    """The places of a text, for all who ask about the same snapshot, and the files that it names."""
    return Places(source, units)


@lru_cache(maxsize=2)
def _by_path(bank: Bank) -> Mapping[str, Document]:
    return {document.path: document for document in bank.documents}
