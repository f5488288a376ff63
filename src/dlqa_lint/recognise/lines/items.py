"""List items that may be questions: their first line, read after a box to tick or a number of its own."""

from collections.abc import Iterator, Sequence

from dlqa_lint.model.numbers import has_keycaps
from dlqa_lint.recognise.lines.first_lines import first_lines, raw_heading
from dlqa_lint.recognise.lines.line import Candidate, made
from dlqa_lint.recognise.lines.line_parts import as_text, parse_line
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block, marker_start
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

# Words about a tag make a block of HTML of their item: `- <nav> and <main>: when is which used?`
_WORDS_BESIDE_TAGS = regex(
    r"\s*\S{1,9}\s+<\w[^<>]{0,40}>(?:[^<>\n]{0,60}<\w[^<>]{0,40}>){0,9}[^<>\n]{0,60}[^\W\d_][^<>\n]*\Z"
)
# What a deck of slides says of an item before its words: `* <!-- .element: class="fragment" --> What is a keel?`
_COMMENT = regex(r"\s*(?:<!--(?:[^-\n]|-(?!->)){0,300}-->\s*){1,3}(?=[^\s<])")
_BOX = regex(rf"{marks.BOX}\s+(?=\S)")


def item_line(source: Source, blocks: Sequence[Block], index: int, *, stops: bool) -> Iterator[Candidate]:
    """The line of a list item, if it begins with words."""
    block = blocks[index]
    inner = _below(blocks, index)
    level = block.depth // 2
    if _is_number(blocks, index):
        return
    if inner is None:
        yield _empty(source, blocks, index)._replace(level=level)
    elif inner.first != block.first:
        return
    elif inner.kind == "heading":
        yield _with_heading(source, block, index, inner)
    elif inner.kind == "paragraph":
        yield _with_words(source, block, index, inner, stops=stops)._replace(level=level)
    elif inner.kind == "html" and _has_words(source, block, inner):
        yield _with_words(source, block, index, inner, stops=False)._replace(level=level)
    elif inner.kind == "list":
        found = _with_list(source, blocks, index)
        if found is not None:
            yield found._replace(level=level)


def _has_words(source: Source, block: Block, inner: Block) -> bool:
    """Whether an item that Markdown takes for HTML is one line of words, with a comment before or tags between."""
    return bool(
        _WORDS_BESIDE_TAGS.match(source.lines[block.first])
        or (inner.end == inner.first + 1 and _COMMENT.match(source.text, inner.start))
    )


def heading_below(source: Source, blocks: Sequence[Block], index: int) -> Candidate | None:
    """The line of a heading that is further below in a list item; one that opens the item is the item's.

    1. Soups
       ### How long does a stock simmer?
    """
    block = blocks[index]
    if block.parent < 0 or blocks[block.parent].kind != "item" or index == block.parent + 1:
        return None
    return _with_heading(source, block, index, block)


def _below(blocks: Sequence[Block], index: int) -> Block | None:
    """The first block inside another one."""
    inner = blocks[index + 1] if index + 1 < len(blocks) else None
    return inner if inner is not None and inner.parent == index else None


def _is_number(blocks: Sequence[Block], index: int) -> bool:
    """Whether an item is what a bullet's first line opens, and so no more than the bullet's number."""
    block = blocks[index]
    holder = blocks[blocks[block.parent].parent] if block.depth >= 3 else block
    outer = holder.kind == "item" and holder.first == block.first and holder is not block
    return outer and block.marker[:-1].isdigit() and not holder.marker[:-1].isdigit()


def _opener(marker: str) -> str:
    return ("{number}" + marker[-1] if marker[:-1].isdigit() else "-") + " "


def _empty(source: Source, blocks: Sequence[Block], index: int) -> Candidate:
    """An item that says nothing."""
    block = blocks[index]
    start, end = marker_start(source, block), source.line_span(block.first).end
    number = block.marker[:-1] if block.marker[:-1].isdigit() else ""
    place, nothing = Span(start, end), Span(end, end)
    template = _opener(block.marker) + "{text}"
    return Candidate(index, "item", 0, template, "", number, start, "", place, nothing, block.first)


def _with_heading(source: Source, block: Block, index: int, inner: Block) -> Candidate:
    """A heading in an item, which is the item itself where it opens it."""
    opens = block.kind == "item"
    marker = block.marker if opens else ""
    content = raw_heading(source, inner)
    ordered = marker[:-1].isdigit()
    parts = parse_line(content, space_delimits=True, strip_hashes=True, numbered=ordered)
    start = marker_start(source, block)
    candidate = made(
        source,
        as_text(content.rstrip()) if has_keycaps(parts.number) else parts,
        block=index,
        kind="item-heading",
        level=inner.level,
        opener=(_opener(marker) if opens else "") + "#" * inner.level + " ",
        start=start,
        at=inner.start,
        end=inner.start + len(content.rstrip()),
    )
    return candidate._replace(number=marker[:-1], number_at=start) if ordered else candidate


def _with_words(
    source: Source, block: Block, index: int, inner: Block, *, stops: bool, lead: str = ""
) -> Candidate:
    """An item that begins with words; a box to tick before them belongs to its form."""
    marker = block.marker
    ordered = marker[:-1].isdigit()
    content, at = first_lines(source, inner, wrapped=True), inner.start
    comment = _COMMENT.match(content)
    if comment:
        content, at = content[comment.end() :], at + comment.end()
    box = _BOX.match(content)
    if box:
        content, at = content[box.end() :], at + box.end()
    parts = parse_line(content, space_delimits=False, numbered=ordered, stops=stops and not ordered)
    candidate = made(
        source,
        as_text(content.rstrip()) if has_keycaps(parts.number) else parts,
        block=index,
        kind="item",
        level=0,
        opener=lead + _opener(marker) + ("[{mark}] " if box else ""),
        start=marker_start(source, block),
        at=at,
        end=at + len(content.rstrip()),
    )
    return candidate._replace(number=marker[:-1], number_at=candidate.span.start) if ordered else candidate


def _with_list(source: Source, blocks: Sequence[Block], index: int) -> Candidate | None:
    """A bullet whose first line opens an ordered list: the number is what people see before the words.

    - 1. What is a stream?
    """
    item = _below(blocks, index + 1)
    inner = _below(blocks, index + 2)
    if item is None or inner is None or inner.kind != "paragraph" or inner.first != blocks[index].first:
        return None
    if blocks[index].marker[:-1].isdigit() or not item.marker[:-1].isdigit():
        return None
    lead = _opener(blocks[index].marker)
    candidate = _with_words(source, item, index, inner, stops=False, lead=lead)
    return candidate._replace(span=Span(marker_start(source, blocks[index]), candidate.span.end))
