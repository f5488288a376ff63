"""`<details>` blocks: where each opens and closes, and whether its summary asks or reveals an answer."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.lines.line import Candidate, made
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.inline import code_spans
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_TAG = regex(r"<(/?)(details|summary)\b[^<>]*>", re.IGNORECASE)
_TAGS_AND_MARKS = regex(r"<[^<>]*>|[*_`]+")
_REVEALS = frozenset(vocabulary.ANSWER_LABELS + vocabulary.REVEAL_LABELS)

_SHORT = 40
"""A summary of fewer characters with a word such as `show` reveals an answer; in a longer one it may ask."""

_HEADING = regex(r"<h(?P<level>[1-6])\b[^<>]{0,300}>\s*(?P<text>[^<>]*[^<>\s])\s*</h(?P=level)>")


class Details(NamedTuple):
    """A `<details>` element: `inner` are the characters inside its `<summary>`, `end` is where it closes.

    `reveals` tells that the summary only says "show the answer"; `closed` that a closing tag was found;
    `depth` how many `<details>` are around it.
    """

    start: int
    summary: Span
    inner: Span
    content_end: int
    end: int
    reveals: bool
    closed: bool
    depth: int


def find_details(source: Source, blocks: Sequence[Block]) -> list[Details]:
    """The `<details>` elements of a document that have a summary, in order; tags in code do not count."""
    if "<summary" not in source.text.lower():
        return []
    code = _code_spans(source, blocks)
    tags = list(_TAG.finditer(source.text))
    inline_code = _inline_code(source, tags)
    stack: list[dict[str, int]] = []
    found: list[Details] = []
    for match in tags:
        if _inside(code, match.start()) or _inside(inline_code, match.start()):
            continue
        closing, tag = bool(match.group(1)), match.group(2).lower()
        if tag == "details" and not closing:
            stack.append({"start": match.start(), "depth": len(stack)})
        elif tag == "details":
            if stack:
                found.extend(_element(source, stack.pop(), match.start(), match.end(), closed=True))
        elif stack:
            key = "summary_end" if closing else "summary_start"
            inner = "inner_end" if closing else "inner_start"
            if key not in stack[-1]:
                stack[-1][key] = match.end() if closing else match.start()
                stack[-1][inner] = match.start() if closing else match.end()
    for element in stack:
        found.extend(_element(source, element, len(source.text), len(source.text), closed=False))
    return _with_common_reveals(source, sorted(found))


def _code_spans(source: Source, blocks: Sequence[Block]) -> list[Span]:
    return [
        source.lines_span(block.first, block.end)
        for block in blocks
        if block.kind in ("fence", "code", "front-matter")
    ]


def _inside(spans: Sequence[Span], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span.end)
    return at < len(spans) and spans[at].start <= offset


def _inline_code(source: Source, tags: Sequence[re.Match[str]]) -> list[Span]:
    """The inline code in the lines that hold tags, each line for itself.

    HTML knows no backticks: one that is alone in each of two lines makes no code of the tags between them.
    """
    found: list[Span] = []
    for line in sorted({source.line_index(tag.start()) for tag in tags}):
        if "`" in source.lines[line]:
            start = source.starts[line]
            found += (Span(start + span.start, start + span.end) for span in code_spans(source.lines[line]))
    return found


def _element(
    source: Source, parts: dict[str, int], content_end: int, end: int, *, closed: bool
) -> list[Details]:
    if "inner_start" not in parts or "inner_end" not in parts:
        return []
    summary = Span(parts["summary_start"], parts["summary_end"])
    inner = Span(parts["inner_start"], parts["inner_end"])
    said = summary_words(source.slice(inner))
    reveals = vocabulary.matches_any(said, _REVEALS) or (
        len(said) < _SHORT and bool(vocabulary.REVEAL_WORDS.search(said))
    )
    return [Details(parts["start"], summary, inner, content_end, end, reveals, closed, parts["depth"])]


def summary_words(raw: str) -> str:
    """The words of a summary, tags and markup removed."""
    return " ".join(plain(_TAGS_AND_MARKS.sub(" ", raw)).split())


def _with_common_reveals(source: Source, found: list[Details]) -> list[Details]:
    """Summaries that all say the same (`Click me`) reveal answers, whatever their words are."""
    said = Counter(summary_words(source.slice(detail.inner)).casefold() for detail in found)
    common = {text for text, count in said.items() if count > 2 and count * 4 > len(found)}
    return [
        detail._replace(reveals=True)
        if summary_words(source.slice(detail.inner)).casefold() in common and not detail.reveals
        else detail
        for detail in found
    ]


def summaries(source: Source, details: Sequence[Details]) -> Iterator[Candidate]:
    """The summaries outside of lists and quotes that do not only reveal an answer."""
    for index, detail in enumerate(details):
        if detail.reveals:
            continue
        raw = source.slice(detail.inner)
        at = detail.inner.start + len(raw) - len(raw.lstrip())
        said, opener, closer = raw.strip(), "<summary>", "</summary>"
        heading = _HEADING.fullmatch(said)
        if heading:
            at += heading.start("text")
            said, level = heading["text"], heading["level"]
            opener, closer = f"<summary><h{level}>", f"</h{level}></summary>"
        parts = parse_line(said, space_delimits=heading is not None)
        candidate = made(
            source,
            parts,
            block=-1 - index,
            kind="summary",
            level=detail.depth,
            opener=opener,
            start=detail.summary.start,
            at=at,
            end=detail.summary.end,
        )
        yield candidate._replace(
            template=candidate.template + closer, body_at=detail.summary.end, body_end=detail.end
        )
