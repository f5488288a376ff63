"""Bystanders: questions and code that a pass leaves alone, but for a number; they must be read alike."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dlqa_lint.fixer.character_map import own_line
from dlqa_lint.fixer.trace import TracedEdit
from dlqa_lint.model.bank import Document
from dlqa_lint.text.blocks import blocks
from dlqa_lint.text.source import Source, Span


class _Change(NamedTuple):
    """A change as it is in one of the two texts; `lines` where it puts whole lines in place of others."""

    start: int
    end: int
    lines: bool


_Changes = Sequence[_Change]


def misread(before: Document, after: Document, changes: Iterable[TracedEdit]) -> bool:
    """Whether a line that a pass left alone is a question, or code, on one side of it only.

    The forms of a document are learned from all of its questions, and a line in another form is taken for a
    question by those around it: a fix of one may thus change how a line far away is read.
    """
    replaced, written = list[_Change](), list[_Change]()
    grown = 0
    for change in sorted(changes):
        old = change.span
        new = Span(old.start + grown, old.start + grown + change.length)
        grown += change.length - (old.end - old.start)
        lines = _is_lines(before.source, old) and _is_lines(after.source, new)
        replaced.append(_Change(*old, lines))
        written.append(_Change(*new, lines))
    return _questions(before, replaced) != _questions(after, written) or _code(before, replaced) != _code(
        after, written
    )


def _is_lines(source: Source, span: Span) -> bool:
    """Whether a span is not a line, or whole ones."""
    opens = span.start == 0 or source.text[span.start - 1] in "\r\n"
    return opens and (span.start == span.end or source.text[span.end - 1] in "\r\n")


def _questions(document: Document, changed: _Changes) -> set[tuple[object, ...]]:
    """The questions that keep all but their number: their place and run, and what they have that is kept."""
    found: set[tuple[object, ...]] = set()
    for question in document.questions:
        line, words = own_line(question), question.text_span
        number = question.number.span if question.number else Span(line.start, line.start)
        touching = _touching(changed, line)
        if all(number.start <= change.start < change.end <= number.end for change in touching):
            calm = not _touching(changed, question.body)
            has = (question.answered, len(question.options)) if calm else ()
            found.add((*_place(changed, words.start), question.run, *has))
    return found


def _code(document: Document, changed: _Changes) -> set[tuple[object, ...]]:
    """The code blocks that are left alone, with their places."""
    source = document.source
    spans = (
        (source.lines_span(block.first, block.end), block.kind)
        for block in blocks(source)
        if block.kind in ("fence", "code")
    )
    return {(*_place(changed, span.start), kind) for span, kind in spans if not _touching(changed, span)}


def _touching(changed: _Changes, span: Span) -> _Changes:
    """The changes that overlap or touch a span, but for whole lines above it."""
    first = bisect_left(changed, span.start, key=_end)
    near = changed[first : bisect_right(changed, span.end, key=_start)]
    return [change for change in near if not (change.lines and change.end <= span.start)]


def _place(changed: _Changes, offset: int) -> tuple[int, int]:
    """A place that does not move with changes: how many precede it, and the distance from the last one."""
    at = bisect_right(changed, offset, key=_end)
    return at, offset - (changed[at - 1].end if at else 0)


def _start(change: _Change) -> int:
    return change.start


def _end(change: _Change) -> int:
    return change.end
