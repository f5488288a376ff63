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
    leads = [_lead(source.lines[index]) for index, _ in inside]
    tabbed = bool(leads) and all(lead.startswith("\t") for lead in leads)
    if tabbed and not after and before <= 4 and (before == 4 or not _may_be_code(source, inside, before)):
        return [_edit(path, source.starts[index], "\t", "") for index, _ in inside]
    if any("\t" in lead for lead in leads):
        # A tab reaches to a tab stop: moved, it would be worth another number of columns.
        return None
    if after > before:
        return [_edit(path, source.starts[index], "", " " * (after - before)) for index, _ in inside]
    surplus = 0 if after else _surplus(source, inside, before)
    return [_edit(path, source.starts[index], " " * (before + surplus - after), "") for index, _ in inside]


def _surplus(source: Source, inside: list[tuple[int, bool]], before: int) -> int:
    """How many columns all lines stand deeper than their item demands."""
    if _may_be_code(source, inside, before):
        return 0
    return min((_depth(source.lines[index]) - before for index, _ in inside), default=0)


def _may_be_code(source: Source, inside: list[tuple[int, bool]], before: int) -> bool:
    """Whether a line may be indented code, whose own indentation counts from the item's content column."""
    return any(_depth(source.lines[index]) >= before + 4 and not fenced for index, fenced in inside)


def fits(source: Source, lines: range, before: int, after: int) -> bool:
    """Whether lines of an item may stay as they are when its content column changes."""
    depths = [_depth(source.lines[index]) for index, _ in _inside(source, lines, before)]
    # From four columns on a line may be code, whose own indentation counts from the content column.
    return all(max(before, after) <= depth < min(before, after) + 4 for depth in depths)


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _depth(line: str) -> int:
    return len(_lead(line).expandtabs(4))


def _edit(path: str, start: int, old: str, new: str) -> Edit:
    return Edit(path, Span(start, start + len(old)), new)


def _inside(source: Source, lines: range, width: int) -> Iterator[tuple[int, bool]]:
    """The lines with text that stand in the item, each with whether a fence holds it.

    Those that only continue a paragraph lazily may stay anywhere.
    """
    fence = ""
    for index in lines:
        line = source.lines[index]
        if not line.strip():
            continue
        if _depth(line) < width:
            above = source.lines[index - 1].strip()
            if fence or not above or _OPENS_BLOCK.match(line):
                return
            continue
        yield index, bool(fence)
        opened = _FENCE.match(line)
        if opened and not fence:
            fence = opened.group(1)
        elif opened and line.strip() == fence[0] * len(line.strip()) and len(line.strip()) >= len(fence):
            fence = ""
