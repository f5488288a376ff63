"""Lines that may be questions, each with the form it is written in; what they are, `recognise` decides."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dlqa_lint.model.form import parse_form
from dlqa_lint.model.numbers import has_keycaps
from dlqa_lint.recognise.lines.details import Details, find_details, summaries
from dlqa_lint.recognise.lines.front_matter import front_question
from dlqa_lint.recognise.lines.labels_alone import card_label, with_words_below
from dlqa_lint.recognise.lines.lettered import with_letters
from dlqa_lint.recognise.lines.line import Candidate, made
from dlqa_lint.recognise.lines.line_parts import as_text, bold_lead, parse_line
from dlqa_lint.recognise.lines.schema_labels import in_own_forms
from dlqa_lint.recognise.lines.tables import asking_rows
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

__all__ = (
    "Candidate",
    "Details",
    "bold_lead",
    "find_candidates",
    "find_details",
    "in_own_forms",
    "parse_form",
)

_PARAGRAPH_HINT = regex(
    r"\*\*|__\S|<(?:b|strong)>|~~|[^\W\d_]{1,12}\s?[#№]?\s?\d|\d+\\?[.)]|\w[\w ]{0,11}[.:：)]|第|제"
)
_STRUCK = regex(r"~~\s*(#{1,6})\s+(\S.*?)~~\s*$")
_STRUCK_WORDS = regex(r"~~(?!\s)([^~]+)~~[ \t]*(?:#+[ \t]*)?$")
_ENDS = tuple(marks.FINAL + ")]）\"”'`*_>")
_ASKING_LEADS = tuple(asks + closes for closes in marks.STRONG_MARKS for asks in marks.QUESTION_MARKS)
_OPENED = regex(rf"({marks.STRONG})(?!\s)")
_LED = regex(
    rf"(?<![^\r\n]) {{0,3}}(?P<bullet>[-*+]\s+)?(?P<open>{marks.STRONG})[^*_\r\n](?:(?!(?P=open))[^\r\n])*?"
    rf"(?P<end>[{marks.QUESTION_MARKS}.。{marks.COLONS}])(?P=open)[ \t]*[^\s*_]"
)


def find_candidates(source: Source, blocks: Sequence[Block], details: Sequence[Details]) -> list[Candidate]:
    """All lines of a document that are written as questions may be, in document order."""
    found = [*summaries(source, details)]
    leads = _leads(source)
    for index, block in enumerate(blocks):
        # What stands in an item or a quote is part of what the item says; headings in items see `_item`.
        if block.kind == "heading" and block.depth == 0:
            found.append(_heading(source, blocks, index))
        elif block.kind == "item" and block.depth == 1:
            found.extend(_item(source, blocks, index, stops="item" in leads))
        elif block.kind == "paragraph" and block.depth == 0:
            found.extend(_paragraph(source, blocks, index, stops="paragraph" in leads))
        elif block.kind == "table":
            found.extend(asking_rows(source, blocks, index))
        elif block.kind == "front-matter":
            found.extend(front_question(source, block, index))
    return with_letters(sorted(found, key=lambda candidate: candidate.span))


def _leads(source: Source) -> set[str]:
    """The kinds whose bold leads may end as sentences do: as many at least, and two, end in question marks.

    A list of features has leads that end in full stops alone.
    """
    if not any(hint in source.text for hint in _ASKING_LEADS):
        return set()
    asking: Counter[str] = Counter()
    stopping: Counter[str] = Counter()
    for match in _LED.finditer(source.text):
        ends = asking if match["end"] in marks.QUESTION_MARKS else stopping
        ends["item" if match["bullet"] else "paragraph"] += 1
    return {kind for kind, count in asking.items() if count >= max(2, stopping[kind])}


def _heading(source: Source, blocks: Sequence[Block], index: int) -> Candidate:
    block = blocks[index]
    raw = _raw(source, block)
    struck = _STRUCK_WORDS.match(raw) if "~~" in raw else None
    parts = parse_line(struck.group(1) if struck else raw, space_delimits=True, strip_hashes=True)
    span = source.lines_span(block.first, block.end)
    candidate = made(
        source,
        parts,
        block=index,
        kind="heading",
        level=block.level,
        opener="#" * block.level + " ",
        start=span.start,
        at=block.start + (struck.start(1) if struck else 0),
        end=span.end,
    )
    return candidate._replace(struck=True) if struck else with_words_below(source, blocks, index, candidate)


def _raw(source: Source, block: Block) -> str:
    """A heading's content as written, closing hashes included."""
    line_end = source.line_span(source.line_index(block.start)).end
    return source.text[block.start : line_end]


def _item(source: Source, blocks: Sequence[Block], index: int, *, stops: bool) -> Iterator[Candidate]:
    block = blocks[index]
    inner = blocks[index + 1] if index + 1 < len(blocks) and blocks[index + 1].parent == index else None
    marker = block.marker
    ordered = marker[:-1].isdigit()
    start = source.starts[block.first] + source.lines[block.first].find(marker)
    opener = ("{number}" + marker[-1] if ordered else "-") + " "
    if inner is None:
        end = source.line_span(block.first).end
        place, nothing, number = Span(start, end), Span(end, end), marker[:-1] if ordered else ""
        yield Candidate(
            index, "item", 0, opener + "{text}", "", number, start, "", place, nothing, block.first
        )
        return
    if inner.kind not in ("paragraph", "heading") or inner.first != block.first:
        return
    kind, level = ("item-heading", inner.level) if inner.kind == "heading" else ("item", 0)
    content = _raw(source, inner) if inner.kind == "heading" else _first_lines(source, inner, wrapped=True)
    parts = parse_line(
        content,
        space_delimits=inner.kind == "heading",
        strip_hashes=inner.kind == "heading",
        numbered=ordered,
        stops=stops and not ordered,
    )
    if has_keycaps(parts.number):
        parts = as_text(content.rstrip())
    opener += "#" * inner.level + " " if inner.kind == "heading" else ""
    candidate = made(
        source,
        parts,
        block=index,
        kind=kind,
        level=level,
        opener=opener,
        start=start,
        at=inner.start,
        end=inner.start + len(content.rstrip()),
    )
    yield candidate._replace(number=marker[:-1], number_at=start) if ordered else candidate


def _first_lines(source: Source, block: Block, *, wrapped: bool) -> str:
    """A paragraph's first line, or as many lines as its opening emphasis covers.

    With `wrapped`, a first line that ends in the middle of a sentence takes the lines along on which it
    goes on.
    """
    first = source.line_index(block.start)
    text = source.text[block.start : source.line_span(first).end]
    opened = _OPENED.match(text)
    if opened and text.count(opened.group(1)) == 1:
        for line in range(first + 1, min(block.end, first + 5)):
            if source.lines[line].rstrip().endswith(opened.group(1)):
                return source.text[block.start : source.line_span(line).end]
        return text
    line = first
    while wrapped and line + 1 < block.end and not opened and not _is_closed(source.lines[line]):
        line += 1
    return source.text[block.start : source.line_span(line).end]


def _is_closed(line: str) -> bool:
    """Whether a line ends a sentence, or breaks after it."""
    bare = line.rstrip()
    return bare.endswith(_ENDS) or len(line) - len(bare) > 1 or line.endswith("\\")


def _struck_heading(source: Source, index: int, struck: re.Match[str], start: int) -> Candidate:
    """A heading that is withdrawn with its hashes (`~~### 3. …~~`), which makes a paragraph of it."""
    candidate = made(
        source,
        parse_line(struck.group(2).rstrip(), space_delimits=True),
        block=index,
        kind="heading",
        level=len(struck.group(1)),
        opener=struck.group(1) + " ",
        start=start,
        at=start + struck.start(2),
        end=start + len(struck.string),
    )
    return candidate._replace(struck=True)


def _paragraph(source: Source, blocks: Sequence[Block], index: int, *, stops: bool) -> Iterator[Candidate]:
    block = blocks[index]
    line = block.first
    while line < block.end:
        text = source.lines[line]
        content = text.strip()
        if not _PARAGRAPH_HINT.match(content):
            line += 1
            continue
        start = source.starts[line] + len(text) - len(text.lstrip())
        struck = _STRUCK.match(content)
        if struck:
            yield _struck_heading(source, index, struck, start)
        else:
            content = _first_lines(source, block._replace(start=start), wrapped=False)
            parts = card_label(content) or parse_line(content, space_delimits=False, stops=stops)
            if parts.emphasised or parts.number or parts.bare_label:
                candidate = made(
                    source,
                    parts,
                    block=index,
                    kind="paragraph",
                    level=0,
                    opener="",
                    start=start,
                    at=start,
                    end=start + len(content.rstrip()),
                )
                candidate = with_words_below(source, blocks, index, candidate)
                line = max(line, source.line_index(candidate.text_span.end) - content.count("\n"))
                yield candidate
            line += content.count("\n")
        line += 1
