"""Suppressions: comments of a document that hide findings, what each covers, and which hide something.

`<!-- dlqa-lint: ignore RULE[, RULE]: reason -->` in a question or directly above it covers that question,
`ignore-next-line` the next line that is not blank, `ignore-file` the document. `distinct 12: reason` in a
question says that question 12 (`other.md#12` for one of another file) is a different one.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dlqa_lint.bank import Document, Question, question_at
from dlqa_lint.finding import Finding, Place
from dlqa_lint.inline import mask_code
from dlqa_lint.markdown import blocks
from dlqa_lint.source import Source, Span
from dlqa_lint.targets import targets_of

VERBS = ("ignore", "ignore-next-line", "ignore-file", "distinct")
_MARK = "dlqa-lint:"
_COMMENT = re.compile(r"(?<!\\)<!--(.*?)-->", re.DOTALL)
_CONTENT = re.compile(rf"\s*{_MARK}\s*(?P<verb>[\w-]*)(?P<names>[^:]*)(?::(?P<reason>.*))?", re.DOTALL)
_NAME = re.compile(r"[^\s,][^,]*?(?=\s*(?:,|$))", re.DOTALL)
_NOTHING = re.compile(r"(?:<!--.*?-->|\s)*", re.DOTALL)
_LINE_END = re.compile(r"\r\n|\r|\n")
_TEXT = frozenset(("heading", "paragraph", "row"))


class Name(NamedTuple):
    """A rule, a family or a question that a suppression names, and where."""

    text: str
    span: Span


class Suppression(NamedTuple):
    """A comment that hides findings; `scope` is what it covers, `questions` those that it is about."""

    verb: str
    names: tuple[Name, ...]
    reason: str
    span: Span
    scope: Span
    questions: tuple[Question, ...]


def suppressions_of(document: Document) -> tuple[Suppression, ...]:
    """The suppressions of a document, read from its HTML and never from its code."""
    source = document.source
    return (
        tuple(_read(document, at, content) for at, content in _comments(source))
        if _MARK in source.text
        else ()
    )


def _comments(source: Source) -> Iterator[tuple[Span, re.Match[str]]]:
    """The comments that are meant for dlqa-lint, with what they say."""
    for block in blocks(source):
        if block.kind != "html" and block.kind not in _TEXT:
            continue
        span = source.lines_span(block.first, block.end)
        raw = source.slice(span)
        if _MARK not in raw:
            continue
        for comment in _COMMENT.finditer(raw if block.kind == "html" else mask_code(raw)):
            at = Span(span.start + comment.start(), span.start + comment.end())
            content = _CONTENT.fullmatch(source.text, at.start + 4, at.end - 3)
            if content:
                yield at, content


def _read(document: Document, span: Span, content: re.Match[str]) -> Suppression:
    listed, at = content.group("names"), content.start("names")
    names = tuple(
        Name(match.group(), Span(at + match.start(), at + match.end())) for match in _NAME.finditer(listed)
    )
    verb, reason = content.group("verb"), (content.group("reason") or "").strip()
    questions = _about(document, span)
    scope = Span(0, 0)
    if questions:
        scope = Span(questions[0].span.start, max(questions[-1].body.end, questions[-1].span.end))
    if verb == "ignore-file":
        scope = Span(0, len(document.source.text) + 1)
    elif verb == "ignore-next-line":
        scope, questions = _next_line(document.source, span), ()
    return Suppression(verb, names, reason, span, scope, questions)


def _about(document: Document, span: Span) -> tuple[Question, ...]:
    """The question directly below a comment, with one blank line between at most, else the one around it.

    A comment that is all that stands between two questions is in the one and above the other: it is about both.
    """
    text = document.source.text
    inside = question_at(document, span.start)
    end = span.end + len(_matched(_NOTHING, text, span.end))
    below = next((q for q in document.questions if _begins(document, q, end)), None)
    gap = _COMMENT.sub("", text[span.end : end])
    if below is None or below is inside or len(_LINE_END.findall(gap)) > 2:
        return (inside,) if inside else ()
    alone = inside is not None and not _COMMENT.sub("", text[inside.span.end : end]).strip()
    return (inside, below) if inside and alone else (below,)


def _matched(pattern: re.Pattern[str], text: str, at: int) -> str:
    match = pattern.match(text, at)
    return match.group() if match else ""


def _begins(document: Document, question: Question, offset: int) -> bool:
    """Whether a question begins at an offset; its span may leave out a tag or a marker before it."""
    source = document.source
    return offset <= question.span.start and source.line_index(offset) == source.line_index(
        question.span.start
    )


def _next_line(source: Source, span: Span) -> Span:
    line = source.line_index(span.end) + 1
    while line < len(source.lines) and not source.lines[line].strip():
        line += 1
    return source.full_line_span(line) if line < len(source.lines) else Span(0, 0)


def hides(document: Document, suppression: Suppression, name: Name, finding: Finding) -> bool:
    """Whether a name of an `ignore…` suppression hides a finding."""
    if suppression.verb not in VERBS[:3] or finding.path != document.path:
        return False
    if name.text not in (finding.rule, finding.family):
        return False
    if suppression.verb == "ignore" and finding.question:
        return finding.question.line in [question.line for question in suppression.questions]
    return suppression.scope.start <= finding.span.start < suppression.scope.end


class Sides(NamedTuple):
    """Two questions that are said to differ, each by path and line."""

    own: tuple[str, int]
    other: tuple[str, int]


def distinct_sides(
    document: Document, suppression: Suppression, name: Name, documents: Sequence[Document]
) -> Sides | None:
    """The two questions of a `distinct` suppression; None where there is no such question."""
    target = distinct_target(document, name, documents)
    if suppression.verb != "distinct" or not suppression.questions or target is None:
        return None
    return Sides((document.path, suppression.questions[0].line), (target[0].path, target[1].line))


def distinct_target(
    document: Document, name: Name, documents: Sequence[Document]
) -> tuple[Document, Question] | None:
    """The question that a name of a `distinct` suppression stands for: `12`, `other.md#12`, `#its-anchor`."""
    file, hash_, place = name.text.rpartition("#") if "#" in name.text else ("", "", name.text)
    other = named_document(document, file, documents)
    if other is None:
        return None
    by_number = next(
        (q for q in other.questions if q.number and place in (q.number.label, q.number.spelling)), None
    )
    if by_number is None and hash_:
        landing = targets_of(other).find(place)
        by_number = other.questions[landing.question] if landing and landing.question >= 0 else None
    return (other, by_number) if by_number else None


def named_document(document: Document, file: str, documents: Sequence[Document]) -> Document | None:
    """The document of a bank that a path beside a document names; the document itself for no path."""
    if not file:
        return document
    path = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), file))
    return next((other for other in documents if posixpath.normpath(other.path) == path), None)


class Settled(NamedTuple):
    """Findings without the suppressed ones, and the spans of the names that hid something, by path."""

    findings: list[Finding]
    used: frozenset[tuple[str, Span]]


def suppress(findings: Iterable[Finding], documents: Sequence[Document]) -> Settled:
    """The findings that no suppression of a document hides."""
    found = list(findings)
    used: set[tuple[str, Span]] = set()
    for document in documents:
        for suppression in suppressions_of(document):
            for name in suppression.names:
                if suppression.verb == "distinct":
                    sides = distinct_sides(document, suppression, name, documents)
                    left = [_parted(finding, sides, documents) for finding in found]
                else:
                    left = [
                        None if hides(document, suppression, name, finding) else finding for finding in found
                    ]
                kept = [finding for finding in left if finding is not None]
                if kept != found:
                    used.add((document.path, name.span))
                found = kept
    return Settled(found, frozenset(used))


def _parted(finding: Finding, sides: Sides | None, documents: Sequence[Document]) -> Finding | None:
    """A finding without the pair of two questions that are said to differ."""
    if sides is None or finding.family != "duplicates" or finding.question is None:
        return finding
    here = (finding.path, finding.question.line)
    if here not in sides:
        return finding
    there = sides.other if here == sides.own else sides.own
    left = tuple(place for place in finding.related if _place(place, documents) != there)
    return finding if left == finding.related else replace(finding, related=left) if left else None


def _place(place: Place, documents: Sequence[Document]) -> tuple[str, int]:
    source = next((document.source for document in documents if document.path == place.path), None)
    return place.path, source.position(place.span.start).line if source else 0
