"""Findings in other places than their own: where text has moved, and where another file points to.

Bank rules run after a pause only; until then, what they found moves with its text.
"""

from collections.abc import Container, Iterable, Iterator

from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.server.small_edits import differing
from dlqa_lint.text.source import Source, Span


def carried(findings: Iterable[Finding], before: Source, after: Source) -> Iterator[Finding]:
    """Findings in one text as they stand in another, without their fixes; one whose place changed is gone."""
    start, end = differing(before.text, after.text)
    grown = len(after.text) - len(before.text)

    def moved(span: Span) -> Span | None:
        if span.end <= start:
            return span
        return Span(span.start + grown, span.end + grown) if span.start >= end else None

    for finding in findings:
        span = moved(finding.span)
        if span is None:
            continue
        related: list[Place] = []
        for place in finding.related:
            there = moved(place.span) if place.path == after.path else place.span
            related += [place._replace(span=there)] if there else []
        yield finding._replace(span=span, related=tuple(related), fix=None)


def echoes_in(path: str, findings: Iterable[Finding], held: Container[str]) -> Iterator[Finding]:
    """What is found in files that are not open and points into a document: nobody would see it there."""
    for finding in findings:
        for place in finding.related if finding.path not in held else ():
            if place.path == path:
                yield finding._replace(
                    path=path,
                    span=place.span,
                    message=f"in {finding.path}: {finding.message}",
                    question=None,
                    related=(Place(finding.path, finding.span, place.message),),
                    fix=None,
                )
