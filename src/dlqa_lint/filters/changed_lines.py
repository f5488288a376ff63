"""Findings in changed lines: what a change touches, and which findings are there."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from dlqa_lint.disk.git import FileChanges, Hunk
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_OPENING = regex(r"\W*(?:\d+(?:\.\d+)*\W)?")
_SEQUENCE = frozenset(("numbering",))
"""The families whose findings are below the fault; all others are where it was made, or above."""


class Touched(NamedTuple):
    """Lines of a source by index: those that a change wrote, and those above and below lines that went."""

    own: frozenset[int] = frozenset()
    above: frozenset[int] = frozenset()
    below: frozenset[int] = frozenset()
    whole: bool = False


def touched(change: FileChanges, document: Document, *, whole: bool = False) -> Touched:
    """The lines of a document that a change touches; all of them where `whole` files count."""
    if whole or change.whole:
        return Touched(whole=True)
    source = document.source
    asking = {_opening(source.lines[question.line - 1]) for question in document.questions}
    # Git knows no other line end than this one.
    starts = [0, *(match.end() for match in re.finditer("\n", source.text))]
    own: set[int] = set()
    above: set[int] = set()
    below: set[int] = set()
    for hunk in change.hunks:
        first, end = _lines(hunk, source, starts)
        written = [index for index in range(first, end) if source.lines[index].strip()]
        own.update(written)
        # Where a whole question went, the one before it is as it was.
        if not written and _opening(hunk.gone) not in asking:
            above.update(_next(source, range(first - 1, -1, -1)))
        if hunk.removed:
            below.update(_next(source, range(end, len(source.lines))))
    return Touched(frozenset(own), frozenset(above), frozenset(below))


def _opening(line: str) -> str:
    """What a line opens with before its words, any number standing for all."""
    opening = _OPENING.match(line)
    return re.sub(r"\d+", "0", opening.group().strip()) if opening else ""


def _lines(hunk: Hunk, source: Source, starts: list[int]) -> tuple[int, int]:
    """The indexes [first, end) of the lines of a hunk; of none, both are where lines were removed."""
    first = hunk.first - 1 if hunk.count else hunk.first
    bounds = [
        source.line_index(starts[at]) if at < len(starts) and starts[at] < len(source.text) else None
        for at in (first, first + hunk.count)
    ]
    begin, end = (len(source.lines) if bound is None else bound for bound in bounds)
    return begin, end


def _next(source: Source, indexes: Iterable[int]) -> list[int]:
    """The first line of some that is not blank."""
    return next(([index] for index in indexes if source.lines[index].strip()), [])


def followed(lines: Touched, before: Source, after: Source) -> Touched:
    """The same lines in a text that was fixed since."""
    from difflib import SequenceMatcher  # only where fixes change the text

    if lines.whole or before.text == after.text:
        return lines
    moves = SequenceMatcher(None, before.lines, after.lines, autojunk=False).get_opcodes()

    def moved(indexes: frozenset[int]) -> frozenset[int]:
        found: set[int] = set()
        for kind, start, end, new_start, new_end in moves:
            inside = [index for index in indexes if start <= index < end]
            if kind == "equal":
                found.update(index - start + new_start for index in inside)
            elif inside:
                found.update(range(new_start, new_end))
        return frozenset(found)

    return Touched(moved(lines.own), moved(lines.above), moved(lines.below))


def is_touched(lines: Mapping[str, Touched], documents: Mapping[str, Document]) -> Callable[[Finding], bool]:
    """Tells whether a finding, or a place that it points to, is in touched lines.

    A finding that is a point between lines counts with its question's line, or with its file; so does what is
    found in a file that holds no question.
    """

    def counts(finding: Finding) -> bool:
        here, document = lines.get(finding.path), documents.get(finding.path)
        if here and document and _counts(finding, here, document):
            return True
        return any(_points_into(place) for place in finding.related)

    def _points_into(place: Place) -> bool:
        there, document = lines.get(place.path), documents.get(place.path)
        if there is None or document is None:
            return False
        return there.whole or bool(there.own & _covered(document.source, place.span))

    return counts


def _counts(finding: Finding, here: Touched, document: Document) -> bool:
    if here.whole:
        return True
    is_point = finding.span.start == finding.span.end
    if not document.questions or (is_point and finding.question is None):
        return bool(here.own or here.above)
    covered = _covered(document.source, finding.span)
    if is_point and finding.question:
        covered.add(finding.question.line - 1)
    nearby = here.below if finding.family in _SEQUENCE else here.above
    return bool((here.own | nearby) & covered)


def _covered(source: Source, span: Span) -> set[int]:
    return set(source.line_range(span))
