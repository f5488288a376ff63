"""A document cut into pieces that are merged as wholes: questions, contents entries, sections, the rest.

Every line belongs to exactly one piece. Blank lines and thematic breaks belong to the piece below them, as
its gap: who adds a question at the end adds the gap before it, and changes nothing of the question above.
What is in such lines at the very end is the gap above a last piece without lines.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from dlqa_lint.links.contents import match_entries
from dlqa_lint.links.entries import entry_words, normal
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.merging.errors import PuzzleError
from dlqa_lint.model.bank import Contents, Document, Question
from dlqa_lint.text.blocks import blocks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

Kind = Literal["head", "section", "question", "entry", "text", "end"]

# What opens above a question and belongs to it: `<details>`, an anchor, a comment for this linter.
_OPENS = regex(
    r"[ \t>]*<(?:!--(?:(?!-->).)*-->|(?!(?:br|hr|img)\b)[a-z][^<>]*>)[ \t]*(?:</a>)?[ \t]*", re.IGNORECASE
)


class Piece(NamedTuple):
    """A piece of a document; the offsets divide it into gap, own lines and body.

    `words` are what it is known by. `question` is the index of the question that it asks or lists, or -1;
    `contents` counts the tables of contents for an entry.
    """

    kind: Kind
    gap: int
    start: int
    body: int
    end: int
    words: str
    question: int = -1
    contents: int = 0


class _Start(NamedTuple):
    """The line at which a piece starts, its own last line, and what it is."""

    line: int
    last: int
    kind: Kind
    words: str = ""
    question: int = -1
    contents: int = 0


def pieces_of(document: Document, link_map: LinkMap) -> list[Piece]:
    """The pieces of a document, in order; they hold every character of it."""
    source = document.source
    if not source.text:
        return []
    starts = _with_openings(source, _starts(document, link_map))
    if not starts or starts[0].line > 0:
        starts.insert(0, _Start(0, -1, "head"))
    last = len(source.lines)
    starts.append(_Start(last, last, "end"))
    rules = {block.first for block in blocks(source) if block.kind == "rule" and not block.depth}
    ends = [_gap_above(source, start, before.last, rules) for before, start in pairwise(starts)]
    return list(_cut(source, starts, [0, *ends, last]))


def _starts(document: Document, link_map: LinkMap) -> list[_Start]:
    """Where pieces start, in order."""
    found = {start.line: start for start in _of_sections(document)}
    for start in (*_of_contents(document, link_map), *_of_questions(document)):
        known = found.get(start.line)
        if known and known.kind in ("question", "entry"):
            raise PuzzleError(f"two questions begin on line {start.line + 1}")
        if start.kind != "text" or known is None:
            found[start.line] = start
    return [found[line] for line in sorted(found)]


def _of_questions(document: Document) -> Iterator[_Start]:
    source = document.source
    for index, question in enumerate(document.questions):
        first = min(question.span.start, question.number.span.start if question.number else len(source.text))
        last = source.last_line(question.span)
        yield _Start(source.line_index(first), last, "question", normal(question.plain_text), index)


def _of_sections(document: Document) -> Iterator[_Start]:
    source = document.source
    for section in document.sections:
        line = source.line_index(section.span.start)
        yield _Start(line, source.line_index(section.span.end), "section", normal(section.name))


def _of_contents(document: Document, link_map: LinkMap) -> Iterator[_Start]:
    """The entries of tables of contents, and what is below each table."""
    source = document.source
    listed = {match.entry.span: match.question for match in match_entries(document, link_map)}
    for count, contents in enumerate(standing_apart(document)):
        for entry in contents.entries:
            line = source.line_index(entry.span.start)
            question = listed.get(entry.span)
            index = question.position - 1 if question else -1
            yield _Start(line, line, "entry", normal(entry_words(entry)), index, count)
        below = source.line_index(max(contents.span.end - 1, 0)) + 1
        while below < len(source.lines) and not source.lines[below].strip():
            below += 1
        if below < len(source.lines):
            yield _Start(below, below - 1, "text", f"below {count}")


def standing_apart(document: Document) -> list[Contents]:
    """The tables of contents that no answer holds and that have an entry a line."""
    source = document.source

    def parted(contents: Contents) -> bool:
        lines = [source.line_index(entry.span.start) for entry in contents.entries]
        return len(set(lines)) == len(lines)

    def inside(contents: Contents, question: Question) -> bool:
        return question.span.start <= contents.span.start < question.body.end

    return [
        contents
        for contents in document.contents
        if parted(contents) and not any(inside(contents, question) for question in document.questions)
    ]


def _with_openings(source: Source, starts: Sequence[_Start]) -> list[_Start]:
    """The starts, moved up over what opens above them."""
    found: list[_Start] = []
    floor = 0
    for start in starts:
        line = above = start.line
        while start.kind in ("question", "section") and above > floor:
            above -= 1
            if _OPENS.fullmatch(source.lines[above]):
                line = above
            elif source.lines[above].strip():
                break
        if found and found[-1].line == line:
            # What is below a table of contents is this piece already.
            found.pop()
        found.append(start._replace(line=line))
        floor = start.last + 1
    return found


def _gap_above(source: Source, start: _Start, last: int, rules: set[int]) -> int:
    """The first line of the blank lines and thematic breaks above a start; `last` is not part of them."""
    line = start.line
    while line - 1 > last and (line - 1 in rules or not source.lines[line - 1].strip()):
        line -= 1
    return line


def _cut(source: Source, starts: Sequence[_Start], bounds: Sequence[int]) -> Iterator[Piece]:
    offsets = [*source.starts, len(source.text)]
    for start, (first, end) in zip(starts, pairwise(bounds), strict=True):
        body = min(max(start.last + 1, start.line), len(source.lines))
        yield Piece(start.kind, offsets[first], offsets[start.line], offsets[body], offsets[end], *start[3:])
