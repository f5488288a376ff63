"""What can be folded: each question with its answer, and each section."""

from collections.abc import Iterator

from lsprotocol.types import FoldingRange, FoldingRangeKind

from dlqa_lint.server.snapshot import Snapshot
from dlqa_lint.text.source import Source, Span


def folds(snapshot: Snapshot) -> list[FoldingRange]:
    """The ranges in the order of their lines."""
    document = snapshot.document
    spans = [Span(question.span.start, question.body.end) for question in document.questions]
    spans += [Span(section.span.start, section.body.end) for section in document.sections]
    return list(_of_lines(document.source, sorted(spans)))


def _of_lines(source: Source, spans: list[Span]) -> Iterator[FoldingRange]:
    for span in spans:
        first, last = source.line_index(span.start), source.last_line(span)
        while last > first and not source.lines[last].strip():
            last -= 1
        if last > first:
            yield FoldingRange(first, last, kind=FoldingRangeKind.Region)
