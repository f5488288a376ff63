"""Reading suppressions: comments for dlqa-lint, from the HTML of a document and never from its code.

`<!-- dlqa-lint: ignore RULE[, RULE]: reason -->` in a question or directly above it is about that question,
`ignore-next-line` covers the next line that is not blank, `ignore-file` the document. `distinct 12: reason`
in a question says that question 12 (`other.md#12` for one of another file) is a different one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dlqa_lint.model.bank import Name, Question, Suppression
from dlqa_lint.model.question import ITEMS
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import RAW_TAGS
from dlqa_lint.text.source import Source, Span

_MARK = "dlqa-lint:"
# What comes first wins, as in Markdown: code may hold a comment, and a comment may hold what opens code.
_HTML = regex(
    rf"<(?P<raw>{RAW_TAGS})\b.*?(?:</(?P=raw)|\Z)|(?P<comment><!--.*?-->)",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = regex(r"\\.|(?P<ticks>`++).*?(?<!`)(?P=ticks)(?!`)|`+|(?P<comment><!--.*?-->)", re.DOTALL)
_CONTENT = regex(rf"\s*{_MARK}\s*(?P<verb>[\w-]*)(?P<names>[^:]*)(?::(?P<reason>.*))?", re.DOTALL)
_NAME = regex(r"[^\s,][^,]*?(?=\s*(?:,|$))", re.DOTALL)
_BETWEEN = regex(r"(?:<!--.*?-->|<details\b[^<>]*>|</?a\b[^<>]*>|[>\s])*", re.DOTALL | re.IGNORECASE)
_TEXT = frozenset(("heading", "paragraph", "row"))


def suppressions_of(
    source: Source, blocks: Sequence[Block], questions: Sequence[Question]
) -> tuple[Suppression, ...]:
    """The suppressions of a document."""
    if _MARK not in source.text:
        return ()
    starts = [question.span.start for question in questions]
    found = (_read(source, span, content, questions, starts) for span, content in _comments(source, blocks))
    return tuple(sorted(found, key=lambda suppression: suppression.span))


def _comments(source: Source, blocks: Sequence[Block]) -> Iterator[tuple[Span, re.Match[str]]]:
    """The comments that are meant for dlqa-lint, with what they say."""
    for block in blocks:
        if block.kind != "html" and block.kind not in _TEXT:
            continue
        span = source.lines_span(block.first, block.end)
        if _MARK not in source.slice(span):
            continue
        pattern = _HTML if block.kind == "html" else _INLINE
        for match in pattern.finditer(source.text, span.start, span.end):
            comment = match.group("comment")
            # A bar ends a cell of a table, whatever is around it.
            if comment is None or (block.kind == "row" and "|" in comment):
                continue
            content = _CONTENT.fullmatch(source.text, match.start("comment") + 4, match.end("comment") - 3)
            if content:
                yield Span(*match.span("comment")), content


def _read(
    source: Source, span: Span, content: re.Match[str], questions: Sequence[Question], starts: Sequence[int]
) -> Suppression:
    listed, at = content.group("names"), content.start("names")
    names = tuple(
        Name(match.group(), Span(at + match.start(), at + match.end())) for match in _NAME.finditer(listed)
    )
    verb, reason = content.group("verb"), " ".join((content.group("reason") or "").split())
    if verb == "ignore-file":
        return Suppression(verb, names, reason, span, Span(0, len(source.text) + 1))
    if verb == "ignore-next-line":
        return Suppression(verb, names, reason, span, _next_line(source, span))
    about = _about(source, span, questions, starts)
    return Suppression(verb, names, reason, span, questions=tuple(about))


def _next_line(source: Source, span: Span) -> Span:
    line = source.line_index(span.end) + 1
    while line < len(source.lines) and not source.lines[line].strip(" \t>"):
        line += 1
    return source.full_line_span(line) if line < len(source.lines) else Span(0, 0)


def _about(source: Source, span: Span, questions: Sequence[Question], starts: Sequence[int]) -> Iterator[int]:
    """The positions of the question directly below a comment and the one around it, or of one where that is plain.

    With a blank line on both sides a comment may be meant for either.
    """
    index = bisect_left(starts, span.start)
    inside = index - 1
    around = inside >= 0 and span.start < max(questions[inside].body.end, questions[inside].span.end)
    below = index < len(questions) and _is_above(source, span, questions[index])
    blanks = _blank_lines(source, span, starts[index]) if below else 0
    if below and (not around or blanks == 0 or not _follows(source, span)):
        yield questions[index].position
    if around and (not below or blanks > 0):
        yield questions[inside].position


def _is_above(source: Source, span: Span, question: Question) -> bool:
    """Whether a comment is directly above a question, one blank line between, and not in an item."""
    start = question.span.start
    gap = _BETWEEN.match(source.text, span.end)
    first, line = source.line_index(span.start), source.line_index(start)
    if gap is None or source.line_index(gap.end()) < line or gap.end() < span.end:
        return False
    lead = source.text[source.starts[first] : span.start]
    if _BETWEEN.fullmatch(lead) is None:
        return False
    deeper = span.start - source.starts[first] >= start - source.starts[line] + 2
    in_list = question.kind in ITEMS
    return not (deeper and in_list) and _blank_lines(source, span, start) <= 1


def _blank_lines(source: Source, span: Span, end: int) -> int:
    """The blank lines between a comment and an offset."""
    lines = source.lines[source.line_index(span.end) + 1 : source.line_index(end)]
    return sum(not line.strip(" \t>") for line in lines)


def _follows(source: Source, span: Span) -> bool:
    """Whether a comment is directly below other text, comments aside."""
    line = source.line_index(span.start) - 1
    while line >= 0 and source.lines[line].strip().startswith("<!--"):
        line -= 1
    return line >= 0 and bool(source.lines[line].strip(" \t>"))
