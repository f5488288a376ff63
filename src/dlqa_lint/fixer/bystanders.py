"""Bystanders: the questions that a pass leaves alone, but perhaps for the number; they must be read alike."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from dlqa_lint.fixer.layout import own_line
from dlqa_lint.fixer.trace import TracedEdit
from dlqa_lint.model.bank import Document
from dlqa_lint.text.source import Span


def misread(before: Document, after: Document, changes: Iterable[TracedEdit]) -> bool:
    """Whether a line that a pass left alone is a question on one side of it only.

    The forms of a document are learned from all of its questions, and a line in another form is taken for a
    question by those around it: a fix of one may thus change how a line far away is read.
    """
    made = sorted(changes)
    written, grown = list[Span](), 0
    for change in made:
        start = change.span.start + grown
        written.append(Span(start, start + change.length))
        grown += change.length - (change.span.end - change.span.start)
    return _bystanders(before, [change.span for change in made]) != _bystanders(after, written)


def _bystanders(document: Document, changed: Sequence[Span]) -> set[tuple[int, int, int]]:
    """The questions that keep all but their number: the changes before each, the way from there, the run."""
    ends = [span.end for span in changed]
    found = set()
    for question in document.questions:
        line, words = own_line(question), question.text_span
        number = question.number.span if question.number else Span(line.start, line.start)
        touching = changed[bisect_left(ends, line.start) : bisect_right(changed, line.end, key=_start)]
        if all(number.start <= span.start < span.end <= number.end for span in touching):
            at = bisect_right(ends, words.start)
            found.add((at, words.start - (ends[at - 1] if at else 0), question.run))
    return found


def _start(span: Span) -> int:
    return span.start
