"""What fixes changed, as edits that are as small as they can be: carets, folds and marks elsewhere stay."""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from lsprotocol.types import TextEdit

from dlqa_lint.server.positions import Places, Units
from dlqa_lint.text.source import Source, Span


def edits(before: Source, after: Source, units: Units) -> list[TextEdit]:
    """The edits that make one text of another."""
    places = Places(before, units)
    return [TextEdit(places.range(span), text) for span, text in _changes(before, after)]


def _changes(before: Source, after: Source) -> Iterator[tuple[Span, str]]:
    """The spans to replace, with their new texts: lines, or what differs in them where they are as many."""
    old, new = _lines(before), _lines(after)
    for kind, first, end, since, until in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "replace" and end - first == until - since:
            for line, written in zip(range(first, end), new[since:until], strict=True):
                yield _within(before.starts[line], old[line], written)
        elif kind != "equal":
            yield Span(_offset(before, first), _offset(before, end)), "".join(new[since:until])


def _within(start: int, old: str, new: str) -> tuple[Span, str]:
    """What differs in a line."""
    first, end = differing(old, new)
    return Span(start + first, start + end), new[first : end + len(new) - len(old)]


def _lines(source: Source) -> list[str]:
    return [source.slice(source.full_line_span(index)) for index in range(len(source.starts))]


def _offset(source: Source, line: int) -> int:
    return source.starts[line] if line < len(source.starts) else len(source.text)


def differing(before: str, after: str) -> Span:
    """Where two texts begin to differ, and from where on, in the first one, they are the same again."""
    shorter = min(len(before), len(after))
    start = _longest(shorter, lambda count: before[:count] == after[:count])
    same = _longest(
        shorter - start, lambda count: before[len(before) - count :] == after[len(after) - count :]
    )
    return Span(start, len(before) - same)


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    """The largest count up to a limit for which something holds that holds for all smaller ones."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low
