"""What shapes share: the lines that are text, and a line made of its words."""

import re
from collections.abc import Iterator, Sequence

from dlqa_lint.model.question import Kind
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_OPTION = regex(r":[\w-]+:|---\s*\Z|```\s*\Z")
_HEADING = regex(r"#{1,6}[ \t]{1,9}(?=\S)")
_NO_WORDS = ("#", ":::", "```", "<", "- ", "* ", "|")
# What a browser does not show as text, or as it is: `#card { color: red; }` is no card.
_RAW = regex(rf"\s*<(?:{marks.RAW_TAGS})\b", re.IGNORECASE)
_SEARCHED = 12
"""How many lines below its opener a directive's words begin at most."""


def text_lines(source: Source, blocks: Sequence[Block]) -> Iterator[int]:
    """The indexes of the lines that are neither code nor front matter."""
    code = {
        line
        for block in blocks
        if block.kind in ("fence", "front-matter") or (block.kind == "html" and _RAW.match(block.text))
        for line in range(block.first, block.end)
    }
    return (line for line in range(len(source.lines)) if line not in code)


def line_of(
    source: Source,
    kind: Kind,
    template: str,
    words: Span,
    *,
    body: Span | None = None,
    start: int | None = None,
) -> Candidate:
    """A line of a shape; its words are at a span, and it begins there unless `start` is given."""
    begin = words.start if start is None else start
    return Candidate(
        -1,
        kind,
        0,
        template,
        "",
        "",
        -1,
        source.slice(words),
        Span(begin, words.end),
        words,
        source.line_index(words.start),
        body_at=body.start if body else -1,
        body_end=body.end if body else -1,
    )


def words_at(source: Source, line: int) -> Span:
    """The characters of a line without the white space around them."""
    text, start = source.lines[line], source.starts[line]
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def first_words(source: Source, first: int, end: int, *, headings: bool = False) -> Span | None:
    """The first line of words among some lines; options of a directive are none.

    The words of a list, of code or of another directive are not those of a paragraph; a heading speaks for
    itself, but for `headings` that are in a block of HTML:

        <quiz>
        ### What is a levain?
    """
    for line in range(first, min(end, first + _SEARCHED, len(source.lines))):
        said = source.lines[line].strip()
        if not said or _OPTION.match(said):
            continue
        if headings and (match := _HEADING.match(said)):
            words = words_at(source, line)
            return Span(words.start + match.end(), words.end)
        return None if said.startswith(_NO_WORDS) else words_at(source, line)
    return None


def titled(source: Source, line: int, words: Span, template: str, body: Span) -> Candidate:
    """A line of a directive that carries its words itself; it reaches to where the body begins."""
    found = line_of(source, "directive", template, words, body=body, start=source.starts[line])
    return found._replace(span=Span(source.starts[line], max(words.end, body.start)))
