"""Containers between colons, `::: challenge` and `:::{exercise} Title`, and how far each goes."""

import re
from collections.abc import Iterator, Sequence

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.shapes._lines import first_words, line_of, text_lines, titled
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

NAMES = r"challenge|exercise|question|quiz|problem|task|faq|details|collapse|spoiler|dropdown"
_OPENER = regex(rf"\s*:{{3,}}\s*\{{?\.?(?P<name>{NAMES})\b(?P<rest>.*)\Z", re.IGNORECASE)
_CLOSE = regex(r"\s*:{3,}\s*\Z")
_OPEN = regex(r"\s*:{3,}\s*\{?\.?\w")
_TITLE = regex(r"(?:title|name)=[\"'](?P<title>[^\"']+)[\"']")
_ATTRIBUTES = regex(r"\{[^{}]*\}?|\}|#[\w-]+\s*\Z|\[(?P<title>[^\[\]]+)\].*|[:=*~-]+\s*\Z")
_REVEALING = ("details", "collapse", "spoiler", "dropdown")


def find(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The titles of containers that may ask, and the first words of those without a title."""
    if ":::" not in source.text:
        return
    lines = [line for line in text_lines(source, blocks) if ":::" in source.lines[line]]
    ends = _ends(source, lines)
    for line in lines:
        match = _OPENER.match(source.lines[line])
        if match:
            end = source.starts[ends[line]] if line in ends else len(source.text)
            found = _question(
                source, line, match["name"].lower(), match["rest"], match.start("rest"), end=end
            )
            if found:
                yield found


def _ends(source: Source, lines: Sequence[int]) -> dict[int, int]:
    """Where the containers close that open on lines, found in one pass; containers nest."""
    opened: list[int] = []
    ends = {}
    for line in lines:
        if _CLOSE.match(source.lines[line]):
            if opened:
                ends[opened.pop()] = line
        elif _OPEN.match(source.lines[line]):
            opened.append(line)
    return ends


def _question(source: Source, line: int, name: str, rest: str, at: int, *, end: int) -> Candidate | None:
    """The question of a container: its title, else its first words; a heading speaks for itself."""
    named = _TITLE.search(rest) or _ATTRIBUTES.search(rest)
    title = (named["title"] if named and named["title"] else _ATTRIBUTES.sub("", rest)).strip(" }:*")
    if title and title in rest:
        start = source.starts[line] + at + rest.find(title)
        body = Span(source.line_span(line).end, max(end, source.line_span(line).end))
        return titled(source, line, Span(start, start + len(title)), f"::: {name} {{text}}", body)
    if name in _REVEALING:
        return None
    words = first_words(source, line + 1, source.line_index(end) + (end == len(source.text)))
    if words is None:
        return None
    return line_of(
        source, "directive", f"::: {name}\n{{text}}", words, body=Span(words.end, max(end, words.end))
    )
