"""Edits of tables of contents: every entry stays, and a new one is written like its neighbour."""

from collections.abc import Sequence
from urllib.parse import quote

from dlqa_lint.model.bank import Contents, Document, Entry, Number, Question
from dlqa_lint.model.finding import Edit
from dlqa_lint.model.form import NUMBER, TEXT
from dlqa_lint.recognise.lines.line_parts import Parts, parse_line
from dlqa_lint.recognise.lines.tables import PIPE
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_ENCODED = regex(r"%[0-9A-Fa-f]{2}")
_SPECIAL = regex(r"([\\`*_\[\]<])")
_RISKY = regex(r"[\[\]<]|^\s|\n")


def pointed(document: Document, entry: Entry, anchor: str, like: str = "") -> Edit | None:
    """The edit that gives an entry's link another anchor; whatever is before the `#` stays."""
    if entry.link is None:
        return None
    base = entry.link.target.partition("#")[0] if "#" in entry.link.target else ""
    return Edit(document.path, entry.link.target_span, _target(base, anchor, like or entry.link.target))


def _target(base: str, anchor: str, like: str) -> str:
    """A link target in the spelling (percent-encoded or not) of another one."""
    return base + "#" + (quote(anchor) if _ENCODED.search(like) else anchor)


def reworded(document: Document, entry: Entry, question: Question, *, table: bool) -> Edit | None:
    """The edit that gives an entry its question's words; the entry's number stays."""
    span = _words_span(document, entry)
    if span is None:
        return None
    parts = parse_line(document.source.slice(span), space_delimits=False)
    words = Span(span.start + parts.text_at, span.start + parts.text_at + len(parts.text))
    return Edit(document.path, words, _label(question, table))


def renumbered(document: Document, entry: Entry, question: Question) -> Edit | None:
    """The edit that gives an entry its question's number."""
    if entry.number is None or question.number is None or not _can_count(entry, question.number):
        return None
    return Edit(document.path, entry.number.span, question.number.label)


def moved(document: Document, entry: Entry, after: Entry, following: Entry | None) -> tuple[Edit, ...]:
    """The edits that move an entry of one line after another; none where more than the line would move."""
    source = document.source
    line = source.line_index(entry.span.start)
    full = source.full_line_span(line)
    alone = following is None or (
        following.depth <= entry.depth and source.line_index(following.span.start) == line + 1
    )
    listed = entry.number is not None and entry.number.span.start == entry.span.start
    if not alone or listed or entry.depth != after.depth or full.end == source.line_span(line).end:
        return ()
    below = source.line_index(after.span.start)
    if "\n" in source.slice(after.span) or (
        below + 1 < len(source.lines) and source.lines[below + 1][:1].isspace()
    ):
        return ()
    end = source.line_span(below).end
    return (
        Edit(document.path, Span(full.start, full.end), ""),
        Edit(document.path, Span(end, end), "\n" + source.slice(source.line_span(line))),
    )


def removed(document: Document, contents: Contents, entry: Entry) -> Edit | None:
    """The edit that takes the line of an entry away; none where more than the line would go."""
    source, index = document.source, contents.entries.index(entry)
    line = source.line_index(entry.span.start)
    following = contents.entries[index + 1] if index + 1 < len(contents.entries) else None
    last = source.last_line(entry.span)
    has_children = following is not None and following.depth > entry.depth
    if has_children or last > line or _goes_on(document, contents, line, following):
        return None
    # The last line of a text leaves the line end before it, not its own.
    full = source.full_line_span(line)
    if full.end == source.line_span(line).end and line > 0:
        full = Span(source.line_span(line - 1).end, full.end)
    return Edit(document.path, full, "")


def removed_with_parts(
    document: Document, contents: Contents, entry: Entry, parts: Sequence[Entry]
) -> Edit | None:
    """The edit that takes an entry away together with those below it, which are all of its children."""
    source, last = document.source, parts[-1]
    first, end = source.line_index(entry.span.start), source.last_line(last.span)
    index = contents.entries.index(last)
    following = contents.entries[index + 1] if index + 1 < len(contents.entries) else None
    listed = {source.line_index(part.span.start) for part in (entry, *parts)}
    if listed != set(range(first, end + 1)) or _goes_on(document, contents, end, following):
        return None
    return Edit(document.path, Span(source.starts[first], source.full_line_span(end).end), "")


def children_of(contents: Contents, entry: Entry) -> list[Entry]:
    """The entries below one, at whatever depth."""
    index = contents.entries.index(entry)
    following = _following(contents.entries, index)
    end = contents.entries.index(following) if following else len(contents.entries)
    return list(contents.entries[index + 1 : end])


def _goes_on(document: Document, contents: Contents, line: int, following: Entry | None) -> bool:
    """Whether something other than the next entry is right below an entry's line."""
    source = document.source
    below = source.lines[line + 1] if line + 1 < len(source.lines) else ""
    return bool(below.strip()) and (
        source.line_index(following.span.start) != line + 1
        if following
        else contents.kind == "list" and source.starts[line + 1] < contents.span.end
    )


def added(
    document: Document, contents: Contents, neighbour: Entry, question: Question, anchor: str | None
) -> str | None:
    """A new line for a question, written like its neighbour's entry; None where it cannot be told how."""
    source = document.source
    start = source.starts[source.line_index(neighbour.span.start)]
    span, table = _words_span(document, neighbour), contents.kind == "table"
    if span is None or (neighbour.link is not None and anchor is None):
        return None
    before = source.text[start : span.start].removesuffix("[")
    if before.count("[") != before.count("]"):
        return None  # `- [4. Why is a[b](#4-why)`: the link is a part of other words only
    parts = _usual(source, contents, parse_line(source.slice(span), space_delimits=False))
    text = _filled(parts, question, table)
    numbered = neighbour.number is not None and not span.start <= neighbour.number.span.start < span.end
    if text is None or (numbered and not (question.number and _can_count(neighbour, question.number))):
        return None
    pieces = [(span, text)]
    if neighbour.link and anchor is not None:
        base = neighbour.link.target.partition("#")[0]
        pieces.append((neighbour.link.target_span, _target(base, anchor, neighbour.link.target)))
    if numbered and neighbour.number and question.number:
        pieces.append((neighbour.number.span, question.number.label))
    end = neighbour.link.span.end if neighbour.link else span.end
    line, at = "", start
    for piece, replacement in sorted(pieces):
        line += source.text[at : piece.start] + replacement
        at = piece.end
    line += source.text[at:end]
    return _as_row(line, source.lines[source.line_index(start)]) if table else line


def _usual(source: Source, contents: Contents, parts: Parts) -> Parts:
    """How an entry's text is written, unless it alone has a number in it (`1.3 …`) and the others have none."""
    if NUMBER not in parts.template:
        return parts
    texts = [source.slice(entry.link.text_span) if entry.link else entry.text for entry in contents.entries]
    written = [parse_line(text, space_delimits=False).template for text in texts]
    numbered = sum(NUMBER in template for template in written)
    return parts if numbered * 2 > len(written) else parts._replace(template=TEXT)


def _can_count(entry: Entry, number: Number) -> bool:
    """Whether a number can be where an entry has its own: the marker of a list item is decimal."""
    is_marker = entry.number is not None and entry.number.span.start == entry.span.start
    return not is_marker or (number.label.isascii() and number.label.isdecimal())


def insertion(document: Document, contents: Contents, neighbour: Entry, *, below: bool) -> int:
    """The offset, a line's end, for a new entry below (or above) its neighbour and what belongs to that."""
    source = document.source
    line = source.line_index(neighbour.span.start)
    if not below:
        return source.line_span(line - 1).end if line else 0
    index = contents.entries.index(neighbour)
    following = _following(contents.entries, index)
    last = source.line_index(following.span.start) - 1 if following else source.line_index(contents.span.end)
    while last > line and not source.lines[last].strip():
        last -= 1
    return source.line_span(last).end


def _following(entries: Sequence[Entry], index: int) -> Entry | None:
    """The next entry that is not a child of one."""
    return next((entry for entry in entries[index + 1 :] if entry.depth <= entries[index].depth), None)


def _words_span(document: Document, entry: Entry) -> Span | None:
    if entry.link:
        return entry.link.text_span
    at = (
        document.source.text.find(entry.text.strip(), entry.span.start, entry.span.end)
        if entry.text.strip()
        else -1
    )
    return Span(at, at + len(entry.text.strip())) if at >= 0 else None


def _filled(parts: Parts, question: Question, table: bool) -> str | None:
    """A neighbour's text with another question's number and words."""
    if NUMBER in parts.template and question.number is None:
        return None
    if "{mark}" in parts.template or "{label}" in parts.template:
        return None
    number = question.number.label if question.number else ""
    return parts.template.replace(NUMBER, number).replace(TEXT, _label(question, table))


def _label(question: Question, table: bool) -> str:
    """A question's text as a link can hold it: with its markup, unless that holds links or tags."""
    text = " ".join(question.text.split())
    if _RISKY.search(text):
        text = _SPECIAL.sub(r"\\\1", " ".join(question.plain_text.split()))
    return PIPE.sub(r"\\|", text) if table else text


def _as_row(line: str, model: str) -> str:
    """A row with the columns and, where it fits, the widths of another one; further columns stay empty."""
    cells, widths = PIPE.split(line), [len(cell) for cell in PIPE.split(model)]
    last = "" if model.rstrip().endswith("|") else None
    fitted = [cell if not width else _fit(cell, width) for cell, width in zip(cells, widths, strict=False)]
    fitted += [" " * width for width in widths[len(cells) :]]
    if last is not None:
        fitted[-1] = last
    return "|".join(fitted)


def _fit(cell: str, width: int) -> str:
    return (cell.rstrip() + " ").ljust(width) if cell.strip() else cell
