"""Documents as they would be without one of their questions, to compare the rest of them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dlqa_lint.model.bank import Document
from dlqa_lint.text.source import Span


class Apart(NamedTuple):
    """A question that one side of a change only has, and all places, with their paths, that are there for it."""

    path: str
    position: int
    places: tuple[tuple[str, Span], ...]


def without(documents: Mapping[str, Document], apart: Apart) -> dict[str, Document]:
    """The documents without a question, the entries for it and the links in it."""
    found = dict(documents)
    for path in {path for path, _ in apart.places}:
        spans = [span for place, span in apart.places if place == path]
        found[path] = _unlinked(documents[path], spans)
    found[apart.path] = _unasked(found[apart.path], apart.position)
    return found


def _unlinked(document: Document, spans: Iterable[Span]) -> Document:
    """A document without the links and entries in some places."""
    gone = list(spans)

    def stays(span: Span) -> bool:
        return not any(place.start <= span.start < place.end for place in gone)

    tables = (
        table._replace(entries=tuple(entry for entry in table.entries if stays(entry.span)))
        for table in document.contents
    )
    return document._replace(
        contents=tuple(tables), links=tuple(link for link in document.links if stays(link.span))
    )


def _unasked(document: Document, gone: int) -> Document:
    """A document without the question at a position; those after it move up."""

    def moved(positions: Iterable[int]) -> tuple[int, ...]:
        return tuple(at - (at > gone) for at in positions if at != gone)

    headings = (
        heading._replace(question=next(iter(moved([heading.question])), None))
        if heading.question
        else heading
        for heading in document.headings
    )
    return document._replace(
        questions=tuple(
            question._replace(position=question.position - (question.position > gone))
            for question in document.questions
            if question.position != gone
        ),
        headings=tuple(headings),
        sections=tuple(section._replace(questions=moved(section.questions)) for section in document.sections),
        runs=tuple(run._replace(questions=moved(run.questions)) for run in document.runs),
    )
