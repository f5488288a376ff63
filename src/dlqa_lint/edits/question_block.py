"""A question with everything in the text that belongs to it, and what such blocks of a document have in common."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_DETAILS = regex(r"<details\b[^>]*>\s*\Z", re.IGNORECASE)
_LINE_END = r"[ \t]*(?:\r\n|\r|\n)"
_ABOVE = regex(
    r"(?:^[ \t>]*(?:<a\s[^<>]*>\s*</a>|<!--\s*dlqa-lint:\s*(?!ignore-file)[^\r\n]*?-->)"
    rf"{_LINE_END}(?:{_LINE_END})*)+\Z",
    re.MULTILINE | re.IGNORECASE,
)
_TO_A_PLACE = regex(r"\[[^\]]*\]\(#[^)]*\)|<a\s[^<>]*href=[\"']#[^<>]*>.*?</a>|<[^<>]*>", re.IGNORECASE)
_FENCE = regex(r"[ \t>]*(?:`{3}|~{3}|\$\$)")
_PARTS_ONLY = regex(r"(?:[ \t>]*(?:[-*_]{3,}|<[hb]r\s*/?>)?[ \t]*(?:\r\n|\r|\n|\Z))*", re.IGNORECASE)
_REACH = 1000
"""At most this many characters above a question are searched for anchors, comments and `<details>` of its own."""
_MOST_TAILS = 4
"""At most this many lines that say nothing follow a question: a closing tag, a link to the top, a thematic break."""


class QuestionBlock(NamedTuple):
    """A question, the characters from its first to its last line, and where its own line begins in them.

    The anchors and comments for this linter above the line belong to it, and so does the `<details>` around.
    """

    question: Question
    span: Span
    line: int


def blocks_of(document: Document) -> list[QuestionBlock]:
    """The blocks of all questions, in order; white space between two of them belongs to neither."""
    text = document.source.text
    found: list[QuestionBlock] = []
    starts = [_start(document, question) for question in document.questions]
    for index, (question, (start, line)) in enumerate(zip(document.questions, starts, strict=True)):
        end = max(question.span.end, question.body.end)
        if question.kind == "heading":
            end = _past_deeper_headings(document, question.level, end)
        if question.kind == "row":
            end = max(end, document.source.line_span(document.source.line_index(question.span.start)).end)
        if index + 1 < len(starts):
            end = min(end, max(starts[index + 1][0], question.span.end))
        found.append(QuestionBlock(question, Span(start, len(text[:end].rstrip())), line))
    return found


def _start(document: Document, question: Question) -> tuple[int, int]:
    """Where the block of a question begins, and where its own line does."""
    source = document.source
    at = question.span.start
    if question.number and question.number.span.start < at:
        at = question.number.span.start
    if question.kind == "summary" and (opened := _DETAILS.search(source.text, max(at - _REACH, 0), at)):
        at = opened.start()
    line = source.starts[source.line_index(at)]
    above = _ABOVE.search(source.text, max(line - _REACH, 0), line)
    return (above.start() if above else line), line


def _past_deeper_headings(document: Document, level: int, end: int) -> int:
    """Where a question ends that headings below its own level follow: they are its, whatever they were read as."""
    headings, text = document.headings, document.source.text
    keys = {key.heading.start for key in document.keys}
    at = bisect_left(headings, end, key=lambda heading: heading.span.start)
    while at < len(headings):
        heading = headings[at]
        deeper = heading.level > level and heading.question is None and heading.span.start not in keys
        if not deeper or text[end : heading.span.start].strip():
            break
        at += 1
        end = headings[at].span.start if at < len(headings) else len(text)
    return end


def content_end(document: Document, offset: int) -> int:
    """Where the text before an offset ends, white space left out."""
    return len(document.source.text[:offset].rstrip())


def tail_of(document: Document, block: QuestionBlock) -> str:
    """The lines that end a block and say nothing of their own, with the white space before them."""
    text = document.source.text
    answer = block.question.answer
    least = answer.span.start if answer and answer.span.start >= block.span.start else block.question.span.end
    least = max([least, *(option.span.end for option in block.question.options)])
    end = block.span.end
    for _ in range(_MOST_TAILS):
        start = max(text.rfind("\n", least, end) + 1, text.rfind("\r", least, end) + 1, least)
        if start == end or not _says_nothing(text[start:end].lstrip(" \t")):
            break
        end = max(len(text[:start].rstrip()), least)
    return text[end : block.span.end]


def _says_nothing(line: str) -> bool:
    return not _FENCE.match(line) and not any(map(str.isalnum, _TO_A_PLACE.sub("", line)))


def is_separator(tail: str) -> bool:
    """Whether a tail only separates blocks: a thematic break or an empty line."""
    return bool(tail.strip()) and bool(_PARTS_ONLY.fullmatch(tail))


def usual(found: Sequence[str]) -> str:
    """The text that at least half of some texts are, "" for none."""
    text, count = Counter(found).most_common(1)[0] if found else ("", 0)
    return text if count and count * 2 >= len(found) else ""


def usual_gap(document: Document, blocks: Sequence[QuestionBlock]) -> str:
    """The white space between two blocks that follow each other."""
    text = document.source.text
    gaps = [text[one.span.end : two.span.start] for one, two in pairwise(blocks)]
    spaces = [gap for gap in gaps if gap and not gap.strip()]
    if spaces:
        return Counter(spaces).most_common(1)[0][0]
    compact = bool(blocks) and blocks[0].question.kind in ("item", "row")
    return document.source.newline * (1 if compact else 2)
