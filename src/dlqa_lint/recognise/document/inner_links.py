"""Links inside a document: what their anchors lead to, however a site makes these of the words of headings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.model.bank import Link
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.inline import explicit_anchors
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

_NO_LETTER = regex(r"[\W_]+")
_DIGITS = "0123456789"


class _Landing(NamedTuple):
    """The last heading of its words: where it begins, and its level."""

    start: int
    level: int


class Landings(NamedTuple):
    """Where links inside a document lead: its headings by their squeezed words, and the offsets of named anchors."""

    headings: Mapping[str, _Landing]
    anchors: Mapping[str, int]


def squeezed(text: str) -> str:
    """The letters and digits of a text without case: what the anchors of all sites have in common."""
    if "%" in text:
        from urllib.parse import unquote  # few documents need it, and every start would pay

        text = unquote(text)
    return _NO_LETTER.sub("", text).casefold()


def landings(source: Source, blocks: Sequence[Block]) -> Landings:
    """The headings outside of lists and quotes, and the anchors of a document that has links inside."""
    if "](#" not in source.text:
        return Landings({}, {})
    headings = {
        squeezed(plain(block.text)): _Landing(block.start, block.level)
        for block in blocks
        if block.kind == "heading" and block.depth == 0
    }
    return Landings(headings, dict(explicit_anchors(source.text)))


def lists_one(link: Link | None, there: Landings, level: int) -> bool:
    """Whether the only link of a list or table below a heading of a level makes that contents.

    It leads to a heading further down and deeper; among the answers, such a link only sends the reader on. At the
    top, where no answer is and the level is 0, it may lead to an anchor below, or to its words in another file.

    # Things
    - [What is a thing?](#what-is-a-thing)
    ## What is a thing?
    """
    file, mark, anchor = link.target.partition("#") if link else ("", "", "")
    if link is None or not mark:
        return False
    if file:
        words = squeezed(plain(link.text)).lstrip(_DIGITS)
        return not level and bool(words) and squeezed(anchor).lstrip(_DIGITS) == words
    landing = there.headings.get(squeezed(anchor))
    if landing is not None:
        return landing.start > link.span.start and landing.level > level
    return not level and there.anchors.get(anchor, 0) > link.span.start
