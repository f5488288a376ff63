"""Headings that Markdown misses: hashes glued to their text, and lines that the HTML above them swallows.

Their authors meant headings, and so do their readers take them. A space, or an empty line, is all they lack.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dlqa_lint.text.lazy_regex import regex

_GLUED = regex(r"( {0,3}#{2,6})\u00a0*(?=[*`<\[\"'“(]*[^\W_])")
# One hash before a word is a tag (`#python`) more often than a heading.
_GLUED_TITLE = regex(r"(#)\u00a0*(?=[^\W\d_][^#]*\Z)")
_HEADING = regex(r" {0,3}#{1,6}[ \t]+\S")
# Both begin with letters that are rare in a text, so that looking for them costs next to nothing.
_HINTS = (regex(r"##(?:[^#\s]|\u00a0)"), regex(r">[ \t]*(?:\r\n|\r|\n) {0,3}#"))
CLOSED = regex(r"(?:</(?:details|div|p|center|table)\s*>|<[bh]r\s*/?>)\s*\Z", re.IGNORECASE)
"""What ends a line that should also end an HTML block, and does not without an empty line."""

_RAW = regex(r"<(?:pre|code|script|style|textarea)\b|<!--", re.IGNORECASE)
_RAW_END = regex(r"</(?:pre|code|script|style|textarea)\b|-->", re.IGNORECASE)


class Lines(NamedTuple):
    """Lines of a text; `origins` are the places that they had before empty ones came in between.

    An empty line that came in has the place of the line above it.
    """

    lines: Sequence[str]
    origins: Sequence[int]


class Leaf(NamedTuple):
    """A paragraph or an HTML block: the lines [first, end)."""

    is_html: bool
    first: int
    end: int


def may_be_lost(text: str) -> bool:
    """Whether a text may hold such headings at all."""
    return any(hint.search(text) for hint in _HINTS)


def found_again(text: Lines, leaves: Iterable[Leaf]) -> Lines | None:
    """The lines with what the headings lack that are lost in some of the leaves; None where none is."""
    lines = text.lines
    glued: dict[int, str] = {}
    parted: set[int] = set()
    for leaf in leaves:
        if leaf.is_html:
            parted.update(_swallowed(lines, leaf))
            continue
        for index in range(leaf.first, leaf.end):
            if match := _GLUED.match(lines[index]):
                glued[index] = _spaced(lines[index], match)
    glued |= {i: _spaced(lines[i], match) for i in parted if (match := _GLUED.match(lines[i]))}
    if glued:
        glued |= _title(lines)
    if not glued and not parted:
        return None
    found: list[tuple[str, int]] = []
    for index, line in enumerate(lines):
        if index in parted:
            found.append(("", text.origins[index] - 1))
        found.append((glued.get(index, line), text.origins[index]))
    return Lines([line for line, _ in found], [origin for _, origin in found])


def _title(lines: Sequence[str]) -> dict[int, str]:
    """The title with its space, where it is the first heading of all and lacks it."""
    first = next((index for index, line in enumerate(lines) if line.startswith("#")), -1)
    match = _GLUED_TITLE.match(lines[first]) if first >= 0 else None
    return {first: _spaced(lines[first], match)} if match else {}


def _spaced(line: str, match: re.Match[str]) -> str:
    return f"{match.group(1)} {line[match.end() :]}"


def _swallowed(lines: Sequence[str], leaf: Leaf) -> Iterator[int]:
    """The lines of an HTML block that are headings right below a tag that ends something; code has none."""
    raw = 0
    for index in range(leaf.first + 1, leaf.end):
        above, line = lines[index - 1], lines[index]
        if "<" in above or "-->" in above:
            raw += len(_RAW.findall(above)) - len(_RAW_END.findall(above))
        if raw <= 0 and CLOSED.search(above) and (_HEADING.match(line) or _GLUED.match(line)):
            yield index
