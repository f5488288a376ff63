"""Moving what belongs to a list item in and out of it: edits of white space at the start of lines."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit
from dlqa_lint.model.question import ITEMS
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_LIST_MARKER = regex(r"(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)")
_FENCE = regex(r"[ \t]*(`{3,}|~{3,})")
_OPENS_BLOCK = regex(r"[ \t]*(?:[-*+>#<|]|\d{1,9}[.)][ \t]|`{3}|~{3})")


def item_width(source: Source, start: int) -> int:
    """The column at which an item's content begins, its marker standing at an offset; 0: there is no item."""
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
    """The edits that take lines from content column `before` to `after` (0: no item); None: not safely."""
    if before == after:
        return []
    inside = list(_inside(source, lines, before))
    if _strays(source, lines, inside):
        return None
    leads = [lead_of(source.lines[index]) for index, _ in inside]
    tabbed = bool(leads) and all(lead.startswith("\t") for lead in leads)
    if tabbed and not after and before <= 4 and (before == 4 or not _may_be_code(source, inside, before)):
        return [_edit(path, source.starts[index], "\t", "") for index, _ in inside]
    if any("\t" in _quoted(source.lines[index]) for index, _ in inside):
        # A tab reaches to a tab stop: moved, it would be worth another number of columns.
        return None
    if after > before:
        return [_edit(path, source.starts[index], "", " " * (after - before)) for index, _ in inside]
    surplus = 0 if after else _surplus(source, inside, before)
    return [_edit(path, source.starts[index], " " * (before + surplus - after), "") for index, _ in inside]


def _strays(source: Source, lines: range, inside: list[tuple[int, bool]]) -> bool:
    """Whether a line outside of the item is indented, so that moved lines above it might take it in."""
    held = {index for index, _ in inside}
    outside = (index for index in lines if index not in held and not source.is_blank(index))
    return any(indentation(source.lines[index]) > 0 and not _is_lazy(source, index) for index in outside)


def _surplus(source: Source, inside: list[tuple[int, bool]], before: int) -> int:
    """How many columns all lines are deeper than their item demands."""
    if _may_be_code(source, inside, before):
        return 0
    return min((indentation(source.lines[index]) - before for index, _ in inside), default=0)


def _may_be_code(source: Source, inside: list[tuple[int, bool]], before: int) -> bool:
    """Whether a line may be indented code, whose own indentation counts from the item's content column."""
    return any(indentation(source.lines[index]) >= before + 4 and not fenced for index, fenced in inside)


def fits(source: Source, lines: range, before: int, after: int) -> bool:
    """Whether lines of an item may stay as they are when its content column changes."""
    inside = list(_inside(source, lines, before))
    depths = [indentation(source.lines[index]) for index, _ in inside]
    # From four columns on a line may be code, whose own indentation counts from the content column.
    held = all(max(before, after) <= depth < min(before, after) + 4 for depth in depths)
    return held and not _strays(source, lines, inside)


def stands_alone(source: Source, lines: range) -> bool:
    """Whether what follows an item is unindented, and thus outside of it wherever its content begins."""
    return not any(True for _ in _inside(source, lines, 1))


def is_aligned(document: Document) -> bool:
    """Whether all that is below the items of a document begins right at their content columns."""
    source = document.source
    for question in document.questions:
        if question.kind not in ITEMS:
            continue
        width = item_width(source, question.span.start)
        below = lines_below(source, question.span, question.body)
        depths = [indentation(source.lines[index]) for index, _ in _inside(source, below, width)]
        if depths and min(depths) != width:
            return False
    return True


def padded(source: Source, path: str, start: int, wider: int) -> list[Edit] | None:
    """The edit that keeps an item's content column by the spaces after a marker that grows wider."""
    index = source.line_index(start)
    marker = _LIST_MARKER.match(source.lines[index], start - source.starts[index])
    if marker is None:
        return None
    after = source.lines[index][marker.end() :]
    spaces = len(after) - len(after.lstrip(" "))
    at = source.starts[index] + marker.end()
    return [_edit(path, at, " " * spaces, " " * (spaces - wider))] if 1 <= spaces - wider <= 4 else None


def lead_of(line: str) -> str:
    """The spaces and tabs before the words of a line."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def _quoted(line: str) -> str:
    """What is before the words of a line, marks of a quote among it, which may be code."""
    return line[: len(line) - len(line.lstrip(" \t>"))]


def indentation(line: str) -> int:
    """The column at which the words of a line begin."""
    return len(lead_of(line).expandtabs(4))


def _is_lazy(source: Source, index: int) -> bool:
    """Whether a line may continue the paragraph above it, whatever its indentation."""
    return not source.is_blank(index - 1) and not _OPENS_BLOCK.match(source.lines[index])


def _edit(path: str, start: int, old: str, new: str) -> Edit:
    return Edit(path, Span(start, start + len(old)), new)


def _inside(source: Source, lines: range, width: int) -> Iterator[tuple[int, bool]]:
    """The lines with text that are in the item, each with whether a fence holds it.

    Those that only continue a paragraph lazily may stay anywhere.
    """
    fence = ""
    for index in lines:
        line = source.lines[index]
        if source.is_blank(index):
            continue
        if indentation(line) < width:
            if fence or not _is_lazy(source, index):
                return
            continue
        yield index, bool(fence)
        opened = _FENCE.match(line)
        if opened and not fence:
            fence = opened.group(1)
        elif opened and opened.group(1).startswith(fence) and not line[opened.end() :].strip(" \t"):
            fence = ""
