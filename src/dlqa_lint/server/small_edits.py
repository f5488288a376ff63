"""What fixes changed, as edits that are as small as they can be: carets, folds and marks elsewhere stay.

Lines that are there once, before and after, show what belongs together; difflib, which matches each line with
each that is like it, takes half a minute for the empty lines of two thousand questions.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from lsprotocol.types import TextEdit

from dlqa_lint.edits.longest_rising import longest_rising
from dlqa_lint.server.positions import Places, Units
from dlqa_lint.text.source import Source, Span


def edits(before: Source, after: Source, units: Units) -> list[TextEdit]:
    """The edits that make one text of another."""
    places = Places(before, units)
    return [TextEdit(places.range(span), text) for span, text in _changes(before, after)]


def _changes(before: Source, after: Source) -> Iterator[tuple[Span, str]]:
    """The spans to replace, with their new texts: lines, or what differs in them where they are as many."""
    old, new = _lines(before), _lines(after)
    same = [(-1, -1), *_landmarks(old, new), (len(old), len(new))]
    for (above, over), (below, under) in pairwise(same):
        (first, end), (since, until) = _trimmed(old, new, Span(above + 1, below), Span(over + 1, under))
        if end - first == until - since:
            for line, written in zip(range(first, end), new[since:until], strict=True):
                if old[line] != written:
                    yield _within(before.starts[line], old[line], written)
        else:
            yield Span(_offset(before, first), _offset(before, end)), "".join(new[since:until])


def _landmarks(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The lines that are there once, before and after: as many of them as have kept their order."""
    counts, others = Counter(old), Counter(new)
    places = {line: index for index, line in enumerate(new)}
    pairs = [(at, places[line]) for at, line in enumerate(old) if counts[line] == 1 == others[line]]
    return [pairs[index] for index in longest_rising([place for _, place in pairs])]


def _trimmed(old: Sequence[str], new: Sequence[str], here: Span, there: Span) -> tuple[Span, Span]:
    """Two ranges of lines without those at their beginnings and ends that are the same."""
    (first, end), (since, until) = here, there
    while first < end and since < until and old[first] == new[since]:
        first, since = first + 1, since + 1
    while first < end and since < until and old[end - 1] == new[until - 1]:
        end, until = end - 1, until - 1
    return Span(first, end), Span(since, until)


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
