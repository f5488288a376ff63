"""Moving what belongs to a list item in and out of the item: edits of white space at the start of lines, no more."""

import re
from collections.abc import Iterator

from dlqa_lint.finding import Edit
from dlqa_lint.source import Source, Span

_LIST_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_OPENS_BLOCK = re.compile(r"[ \t]*(?:[-*+>#<|]|\d{1,9}[.)][ \t]|`{3}|~{3})")


def item_width(source: Source, start: int) -> int:
    """The column at which the content of the item whose marker stands at an offset begins; 0: there is no item."""
    index = source.line_index(start)
    line, at = source.lines[index], start - source.starts[index]
    marker = _LIST_MARKER.match(line, at)
    if marker is None:
        return 0
    content = len(line) - len(line[marker.end() :].lstrip(" \t"))
    width = len(line[: marker.end()].expandtabs(4))
    column = len(line[:content].expandtabs(4))
    # Five columns or more after the marker are indented code, which begins one column after the marker.
    return width + 1 if column - width > 4 or content == len(line) else column


def lines_below(source: Source, span: Span, body: Span) -> range:
    """The indexes of the lines below a question's first line that belong to it."""
    end = max(span.end, body.end)
    last = source.line_index(end - 1) if end > span.start else source.line_index(span.start)
    return range(source.line_index(span.start) + 1, last + 1)


def moved(source: Source, path: str, lines: range, before: int, after: int) -> list[Edit] | None:
    """The edits that take lines from content column `before` to `after` (0: out of any item); None: not safely."""
    if before == after:
        return []
    inside = list(_inside(source, lines, before))
    leads = [
        line[: len(line) - len(line.lstrip(" \t"))] for line in (source.lines[index] for index in inside)
    ]
    if before and not after and leads and all(lead.startswith("\t") for lead in leads) and before <= 4:
        return [_edit(path, source.starts[index], "\t", "") for index in inside]
    if any("\t" in lead for lead in leads):
        # A tab reaches to a tab stop: moved, it would be worth another number of columns.
        return None
    if after > before:
        return [_edit(path, source.starts[index], "", " " * (after - before)) for index in inside]
    return [_edit(path, source.starts[index], " " * (before - after), "") for index in inside]


def fits(source: Source, lines: range, before: int, after: int) -> bool:
    """Whether lines of an item may stay as they are when its content column changes."""
    inside = [source.lines[index] for index in _inside(source, lines, before)]
    depths = [len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" ")) for line in inside]
    # From four columns on a line may be code, whose own indentation counts from the content column.
    return all(max(before, after) <= depth < min(before, after) + 4 for depth in depths)


def _edit(path: str, start: int, old: str, new: str) -> Edit:
    return Edit(path, Span(start, start + len(old)), new)


def _inside(source: Source, lines: range, width: int) -> Iterator[int]:
    """The lines with text that stand in the item; those that only continue a paragraph lazily may stay anywhere."""
    fence = ""
    for index in lines:
        line = source.lines[index]
        if not line.strip():
            continue
        shown = line.expandtabs(4)
        if len(shown) - len(shown.lstrip(" ")) < width:
            above = source.lines[index - 1].strip()
            if fence or not above or _OPENS_BLOCK.match(line):
                return
            continue
        yield index
        opened = _FENCE.match(line)
        if opened and not fence:
            fence = opened.group(1)
        elif opened and line.strip() == fence[0] * len(line.strip()) and len(line.strip()) >= len(fence):
            fence = ""
