"""Tables of contents: lists and tables whose entries lead into the document, or list what it holds."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.model.bank import Contents, Entry, Link, Number
from dlqa_lint.model.numbers import key_of
from dlqa_lint.recognise.document.inner_links import Landings, landings, lists_one
from dlqa_lint.recognise.lines.tables import cells_of, rows_of
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block, marker_start, plain
from dlqa_lint.text.inline import find_links, is_remote, mask_code
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.paths import MARKDOWN
from dlqa_lint.text.source import Source, Span

_NUMBER = regex(
    r"\s*(?:\*\*|__)?(?:[^\W\d]{0,10}\s?[#№.]?\s?)?(\d{1,5}(?:\.\d{1,4})*(?-i:[a-zA-Z])?)(?=\s*(?:[.):]|[）：]|、|\s|$|题|題|问|問))",
    re.IGNORECASE,
)
_TITLES = frozenset(vocabulary.CONTENTS_TITLES)
_REVEALS = vocabulary.ANSWER_LINK_WORDS
_LEAST = 2
"""Fewer links in a list do not make a table of contents."""

_BESIDE_LINK = 24
"""So many characters may be beside a link that is as long again: a number, a level, a page. Set by hand."""

_BOX = regex(rf"{marks.BOX}\s+")


class _Line(NamedTuple):
    """A line that may be an entry: itself, its text, the number before the text, its depth, its link."""

    span: Span
    inner: Span
    given: tuple[str, int] | None
    depth: int
    link: Link | None


def find_contents(source: Source, blocks: Sequence[Block]) -> tuple[Contents, ...]:
    """The tables of contents of a document, lists and tables alike, in document order."""
    found: list[Contents] = []
    said = frozenset(_said(block.text) for block in blocks if block.kind == "heading")
    titled = announced = False
    first, least, level = True, _LEAST, 0
    there = landings(source, blocks)
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.depth == 0:
            titled = announced = is_contents_title(block.text)
            level = 0 if titled or (first and as_question(plain(block.text)) < 1) else block.level
            first = False
            # Contents in parts whose headings are links as well, `### [3. Joins](#3-joins)`, continue.
            least = 1 if found and "](#" in block.text else _LEAST
        elif block.kind == "list" and not _inside_list(blocks, block):
            span = source.lines_span(block.first, block.end)
            may_be = (titled or _may_link(source.slice(span))) and _only_lines(blocks, index)
            lines = list(_list_lines(source, blocks, index)) if may_be else []
            lone = block.depth == 0 and _is_lone(lines, there, level)
            if entries := _entries(source, lines, titled=titled, least=1 if lone else least, said=said):
                found.append(Contents("list", span, entries))
                # So do those whose parts are named in bold below the title, `**Joins**`.
                least = 1 if announced else least
            titled = False
        elif block.kind == "table" and block.depth == 0:
            span = source.lines_span(block.first, block.end)
            lines = list(_table_lines(source, blocks, index)) if _may_link(source.slice(span)) else []
            fewest = 1 if _is_lone(lines, there, level) else _LEAST
            if entries := _entries(source, lines, titled=False, least=fewest, said=said):
                found.append(Contents("table", span, entries))
            titled = False
    return tuple(found)


def _is_lone(lines: Sequence[_Line], there: Landings, level: int) -> bool:
    """Whether lines are one entry of contents, all alone."""
    return len(lines) == 1 and lists_one(lines[0].link, there, level)


@lru_cache(maxsize=4096)
def is_contents_title(text: str) -> bool:
    """Whether a heading announces a table of contents."""
    return vocabulary.matches_any(plain(text), _TITLES)


def contents_headings(
    source: Source, blocks: Sequence[Block], contents: Sequence[Contents]
) -> frozenset[int]:
    """The indexes of the headings that announce a table of contents: such a heading names no section."""
    starts = {source.line_index(table.span.start) for table in contents}
    found, last = set(), -1
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.depth == 0:
            last = index if is_contents_title(block.text) else -1
        elif last >= 0 and block.first in starts:
            found.add(last)
    return frozenset(found)


def _inside_list(blocks: Sequence[Block], block: Block) -> bool:
    return block.depth > 0 and blocks[block.parent].kind in ("item", "list")


def leads_inside(link: Link) -> bool:
    """Whether a link is meant for an anchor, or for another Markdown file of the bank."""
    target = link.target
    if target.startswith("#") or not target:
        return True
    if is_remote(target):
        return "#" in target and "/blob/" in target
    path = target.partition("#")[0]
    return path.endswith(MARKDOWN)


def _only_reveals(source: Source, line: _Line, link: Link) -> bool:
    """Whether a link says no more than where the answer is: in another file, or further down after what asks.

    - Do I need a dynamo hub? [[more]](answers/bike.md#dynamo)
    """
    said = vocabulary.bare(plain(link.text)).strip("→➜»›… ")
    if link.target and not link.target.startswith("#"):
        return said in _REVEALS or not said
    before = source.text[line.inner.start : link.span.start]
    return said in _REVEALS and marks.ends_asking(before.rstrip(" \t*_[(（"))


def _only_lines(blocks: Sequence[Block], top: int) -> bool:
    """Whether a list holds lines and lists of lines alone.

    Headings and code have no place in contents, and neither has prose below most of the entries.
    """
    items = told = 0
    for index in range(top + 1, len(blocks)):
        block = blocks[index]
        if block.depth <= blocks[top].depth:
            break
        if block.kind not in ("item", "list", "paragraph", "html"):
            return False
        items += block.kind == "item"
        told += block.kind == "paragraph" and index != block.parent + 1
    return told * 2 <= items


def _may_link(text: str) -> bool:
    """Whether a text holds what every link holds."""
    return "](" in text or "]:" in text or "href" in text or "HREF" in text


def _link_in(source: Source, inner: Span) -> Link | None:
    """The first link of a stretch of text, code aside."""
    text = source.slice(inner)
    return next(find_links(mask_code(text), inner.start), None) if _may_link(text) else None


def _entries(
    source: Source, lines: Sequence[_Line], *, titled: bool, least: int, said: Collection[str]
) -> tuple[Entry, ...]:
    """The entries that lines make, if that is what they are; else none.

    Most, and `least` of them, are little more than a link into the bank, or, below a title that says so,
    nothing is linked, or most say what headings say again; `said` are the words of all headings.
    """
    entries = tuple(_entry(source, line) for line in lines) if titled else ()
    if _are_most(sum(_said(entry.plain_text) in said for entry in entries), lines, least):
        return entries
    boxed = _boxed(source, lines)
    leading = sum(_leads_on(source, line, boxed) for line in lines)
    unlinked = titled and not any(line.link for line in lines)
    if not unlinked and not _are_most(leading, lines, least):
        return ()
    entries = tuple(_entry(source, line) for line in lines)
    if unlinked:
        fit = len(entries) >= 2 and not any(marks.holds_question_mark(entry.plain_text) for entry in entries)
    else:
        fit = _are_most(sum(_is_short(entry) for entry in entries), lines, least)
    return entries if fit else ()


def _boxed(source: Source, lines: Sequence[_Line]) -> frozenset[str]:
    """The first words of the links of a check list, which stand in for anchors that it lacks.

    A check list whose words come again below it is not a list of questions, but the contents of one.
    """
    links = [line.link for line in lines if line.link and _BOX.match(source.slice(line.inner))]
    if links:
        below = source.text[lines[-1].span.end :]
        if sum(source.slice(link.text_span) in below for link in links) * 2 > len(links):
            return frozenset()
    return frozenset(word for link in links for word in source.slice(link.text_span).split(maxsplit=1)[:1])


def _leads_on(source: Source, line: _Line, boxed: frozenset[str]) -> bool:
    """Whether a line's link leads into the bank, and neither to its own list nor only to an answer."""
    link = line.link
    if link is None or not leads_inside(link) or _only_reveals(source, line, link):
        return False
    return not _is_own(source, line, boxed)


def _is_own(source: Source, line: _Line, boxed: frozenset[str]) -> bool:
    """Whether an entry links to an anchor on its own line, or to a number that its check list begins with.

    - [ ] [1-2 How is a loss defined?](#1-2)
    """
    link, said = line.link, source.slice(line.inner)
    if link is None or not link.target.startswith("#") or len(link.target) < 2:
        return False
    anchor = link.target[1:]
    if any(f"{name}={quote}{anchor}{quote}" in said for name in ("id", "name") for quote in "\"'"):
        return True
    return anchor[0].isdigit() and anchor in boxed and bool(_BOX.match(said))


def _said(text: str) -> str:
    """The words of a heading or an entry without markup, case and outer punctuation."""
    return vocabulary.bare(plain(text))


def _are_most(count: int, lines: Sequence[_Line], least: int) -> bool:
    return count >= least and count * 2 > len(lines)


def _is_short(entry: Entry) -> bool:
    """Whether an entry is little more than a link into the bank."""
    link = entry.link
    return (
        link is not None
        and leads_inside(link)
        and len(entry.plain_text) <= 2 * len(plain(link.text)) + _BESIDE_LINK
    )


def _list_lines(source: Source, blocks: Sequence[Block], top: int) -> Iterator[_Line]:
    for index in range(top + 1, len(blocks)):
        block = blocks[index]
        if block.depth <= blocks[top].depth:
            break
        inner = blocks[index + 1] if index + 1 < len(blocks) else None
        if (
            block.kind != "item"
            or inner is None
            or inner.parent != index
            or inner.kind not in ("paragraph", "html")
        ):
            continue
        start = marker_start(source, block)
        end = source.line_span(max(inner.first, block.first)).end
        at = inner.start if inner.kind == "paragraph" else block.start
        number = block.marker[:-1] if block.marker[:-1].isdigit() else ""
        inside = Span(at, end)
        given = (number, start) if number else None
        yield _Line(Span(start, end), inside, given, (block.depth - 1) // 2, _link_in(source, inside))


def _table_lines(source: Source, blocks: Sequence[Block], table: int) -> Iterator[_Line]:
    for index in rows_of(blocks, table)[1:]:
        line = blocks[index].first
        cells = cells_of(source, line)
        linked = next((i for i, (text, _) in enumerate(cells) if "](" in text or "href" in text), None)
        number = _NUMBER.match(cells[0][0]) if cells and (linked is None or linked > 0) else None
        if linked is None:
            texts = [i for i, (text, _) in enumerate(cells) if any(map(str.isalpha, text))]
            linked = texts[0] if texts and not cells[texts[0]][0].startswith(("**", "<b>")) else None
        if linked is None:
            continue
        text, at = cells[linked]
        given = (number.group(1), cells[0][1] + number.start(1)) if number else None
        inside = Span(at, at + len(text))
        yield _Line(source.line_span(line), inside, given, 0, _link_in(source, inside))


def _entry(source: Source, line: _Line) -> Entry:
    """The entry that a line makes; its number is given, or its text begins with it."""
    raw, link, given = source.slice(line.inner), line.link, line.given
    text, text_at = (source.slice(link.text_span), link.text_span.start) if link else (raw, line.inner.start)
    own = _NUMBER.match(text)
    # After an entry's own number, its words may hold another one: `1. [HTTP 2. What is new?](…)`.
    if own and (given is None or (own.start(1) == 0 and text[own.end() : own.end() + 1] in ".)）")):
        given = (own.group(1), text_at + own.start(1))
    number = None
    if given:
        spelling, offset = given
        number = Number(spelling, *key_of(spelling), Span(offset, offset + len(spelling)))
    if link:
        link = Link(text, link.target, link.span, link.text_span, link.target_span, in_contents=True)
    return Entry(number, text, plain(raw), link, line.span, line.depth)
