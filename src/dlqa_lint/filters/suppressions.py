"""Suppressions at work: which findings they hide, which of them are of use, which questions they part."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote

from dlqa_lint.links.targets import targets_of
from dlqa_lint.model.bank import Document, Name, Question, Suppression, question_at
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.text.source import Span

IGNORING = ("ignore", "ignore-next-line", "ignore-file")
DISTINCT = "distinct"
VERBS = (*IGNORING, DISTINCT)
DUPLICATES = "duplicates"
"""The family whose pairs `distinct` silences."""

QuestionPlace = tuple[str, int]
"""A question by its path and its line."""

Pair = frozenset[QuestionPlace]
_Named = tuple[str, Span]


class Settled(NamedTuple):
    """Findings without the hidden ones, and the names that hid something, by path and span."""

    findings: list[Finding]
    used: frozenset[_Named]


def suppress(findings: Iterable[Finding], documents: Sequence[Document]) -> Settled:
    """The findings that no suppression of a bank hides."""
    found = list(findings)
    suppressing = [document for document in documents if document.suppressions]
    if not suppressing:
        return Settled(found, frozenset())
    index = _Index(found, {document.path: document for document in documents})
    used: set[_Named] = set()
    hidden: set[int] = set()
    for document in suppressing:
        for suppression in document.suppressions:
            for name in suppression.names:
                if covered := index.covered(document, suppression, name):
                    hidden.update(covered)
                    used.add((document.path, name.span))
    pairs = _distinct(suppressing, documents)
    kept: list[Finding] = []
    for at, finding in enumerate(found):
        names, left = _told_apart(finding, pairs, index) if pairs else (frozenset[_Named](), finding)
        used |= names
        if left is not None and at not in hidden:
            kept.append(left)
    return Settled(kept, frozenset(used))


class _Index:
    """Findings by the rule, the file and the question that a suppression may name."""

    def __init__(self, findings: Sequence[Finding], documents: Mapping[str, Document]) -> None:
        self._findings = findings
        self._documents = documents
        self._by_name: dict[tuple[str, str], list[int]] = {}
        self._by_question: dict[tuple[str, str, int], list[int]] = {}
        for at, finding in enumerate(findings):
            document = documents.get(finding.path)
            if document is None or not document.suppressions:
                continue
            line = finding.question.line if finding.question else self.line(finding.path, finding.span.start)
            for name in (finding.rule, finding.family):
                self._by_name.setdefault((finding.path, name), []).append(at)
                self._by_question.setdefault((finding.path, name, line), []).append(at)

    def covered(self, document: Document, suppression: Suppression, name: Name) -> list[int]:
        """The findings that one name of an `ignore…` suppression hides.

        Of the questions that the comment may be about, it is about the first that has such a finding.
        """
        if suppression.verb not in IGNORING:
            return []
        if suppression.verb != "ignore":
            start, end = suppression.scope
            there = self._by_name.get((document.path, name.text), ())
            return [at for at in there if start <= self._findings[at].span.start < end]
        lines = (document.at(position).line for position in suppression.questions)
        found = (self._by_question.get((document.path, name.text, line)) for line in lines)
        return next(filter(None, found), [])

    def line(self, path: str, offset: int) -> int:
        """The line of the question that holds an offset, 0 for none."""
        document = self._documents.get(path)
        question = question_at(document, offset) if document else None
        return question.line if question else 0


def _told_apart(
    finding: Finding, pairs: Mapping[Pair, set[_Named]], index: _Index
) -> tuple[frozenset[_Named], Finding | None]:
    """The names of `distinct` suppressions that speak of a finding, and what they leave of it."""
    if finding.family != DUPLICATES or finding.question is None:
        return frozenset(), finding
    here = (finding.path, finding.question.line)
    names: set[_Named] = set()
    left: list[Place] = []
    for place in finding.related:
        told = pairs.get(frozenset((here, (place.path, index.line(place.path, place.span.start)))))
        if told is None:
            left.append(place)
        else:
            names |= told
    if not names:
        return frozenset(), finding
    return frozenset(names), finding._replace(related=tuple(left)) if left else None


def distinct_pairs(documents: Sequence[Document]) -> frozenset[Pair]:
    """The pairs of questions that suppressions of a bank call different, each as `place_of` names it.

    A rule about duplicates that reports groups asks this, so that a group holds no such pair. The pairs
    themselves it reports one by one, as findings with one related place: they are hidden like any other
    finding that is suppressed, and a suppression that hides nothing is known by that.
    """
    suppressing = [document for document in documents if document.suppressions]
    return frozenset(_distinct(suppressing, documents))


def place_of(document: Document, question: Question) -> QuestionPlace:
    """A question as pairs name it."""
    return document.path, question.line


def _distinct(suppressing: Iterable[Document], documents: Sequence[Document]) -> dict[Pair, set[_Named]]:
    found: dict[Pair, set[_Named]] = {}
    meanings = Meanings(documents)
    for document in suppressing:
        for suppression, name, target in meanings.of(document):
            for position in suppression.questions:
                pair = frozenset((place_of(document, document.at(position)), place_of(*target)))
                found.setdefault(pair, set()).add((document.path, name.span))
    return {pair: names for pair, names in found.items() if len(pair) > 1}


class Meanings:
    """What the names in `distinct` suppressions stand for in a bank: `12`, `other.md#12`, `#its-anchor`."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._numbered: dict[str, dict[str, list[Question]]] = {}

    def of(self, document: Document) -> Iterator[tuple[Suppression, Name, tuple[Document, Question]]]:
        """The names in `distinct` suppressions of a document that stand for a question, with that question."""
        for suppression in document.suppressions:
            for name in suppression.names if suppression.verb == DISTINCT else ():
                if target := self._target(document, suppression, name):
                    yield suppression, name, target

    def document(self, document: Document, name: Name) -> Document | None:
        """The document of a bank that a name in another one speaks of; that one itself for no path."""
        file = name.text.rpartition("#")[0]
        if not file:
            return document
        path = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), unquote(file)))
        return self._by_path.get(path)

    def _target(
        self, document: Document, suppression: Suppression, name: Name
    ) -> tuple[Document, Question] | None:
        _, hash_, place = name.text.rpartition("#")
        other = self.document(document, name)
        if other is None:
            return None
        bearing = self._bearing(other).get(place, ())
        if other is document and suppression.questions:
            # Where numbers start again, the one of the same run is meant.
            run = document.at(suppression.questions[0]).run
            bearing = [question for question in bearing if question.run == run] or bearing
        if bearing:
            return other, bearing[0]
        landing = targets_of(other).find(place) if hash_ else None
        return (other, landing.question) if landing and landing.question else None

    def _bearing(self, document: Document) -> Mapping[str, Sequence[Question]]:
        """The questions of a document by their numbers, as they are read and as they are written."""
        if document.path not in self._numbered:
            found = self._numbered[document.path] = {}
            for question in document.questions:
                if question.number:
                    for place in {question.number.label, question.number.spelling}:
                        found.setdefault(place, []).append(question)
        return self._numbered[document.path]

    @cached_property
    def _by_path(self) -> Mapping[str, Document]:
        return {posixpath.normpath(document.path): document for document in reversed(self._documents)}
