"""What fixes would change, as a difference that people read: lines in pairs, with the changed words marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from dlqa_lint.page import Change

_CONTEXT = 2  # unchanged lines around a change
_ALIKE = 0.4
"""Below this share of equal words two lines are no versions of one, and marking words would only confuse."""
_LONGEST = 2_000
"""Characters of a line in which words are compared: the work grows with the square of them."""
_WORD = re.compile(r"\w+|\s+|.")


class Piece(NamedTuple):
    """A part of a line, and whether it is what changed in it."""

    text: str
    changed: bool = False


class Line(NamedTuple):
    """A line of the difference: `-` for one that goes, `+` for one that comes, and a space for one that stays."""

    sign: str
    number: int
    pieces: tuple[Piece, ...]


class FileChanges(NamedTuple):
    """The difference of one file, in hunks, and how many lines come and go."""

    path: str
    hunks: tuple[tuple[Line, ...], ...]

    @property
    def added(self) -> int:
        """How many lines come."""
        return sum(line.sign == "+" for hunk in self.hunks for line in hunk)

    @property
    def removed(self) -> int:
        """How many lines go."""
        return sum(line.sign == "-" for hunk in self.hunks for line in hunk)


def differences(changes: Iterable[Change]) -> Iterator[FileChanges]:
    """The differences of all files."""
    for before, after in changes:
        matcher = SequenceMatcher(None, before.lines, after.lines)
        hunks = (
            tuple(line for step in steps for line in _step(before.lines, after.lines, step))
            for steps in matcher.get_grouped_opcodes(_CONTEXT)
        )
        yield FileChanges(before.path, tuple(hunks))


def _step(
    before: Sequence[str], after: Sequence[str], step: tuple[str, int, int, int, int]
) -> Iterator[Line]:
    """The lines of a piece of a hunk: those that go, then those that come, or those that stay."""
    _, low, high, start, end = step
    if before[low:high] == after[start:end]:
        yield from (Line(" ", number + 1, (Piece(after[number]),)) for number in range(start, end))
        return
    pairs = [_marked(old, new) for old, new in zip_longest(before[low:high], after[start:end])]
    yield from (Line("-", low + at + 1, pairs[at][0]) for at in range(high - low))
    yield from (Line("+", start + at + 1, pairs[at][1]) for at in range(end - start))


def _marked(before: str | None, after: str | None) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two versions of a line in pieces; either may be missing."""
    if before is None or after is None or max(len(before), len(after)) > _LONGEST:
        return (Piece(before or ""),), (Piece(after or ""),)
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return (Piece(before),), (Piece(after),)
    steps = matcher.get_opcodes()
    left = (Piece("".join(old[low:high]), kind != "equal") for kind, low, high, _, _ in steps)
    right = (Piece("".join(new[low:high]), kind != "equal") for kind, _, _, low, high in steps)
    return tuple(filter(_holds_text, left)), tuple(filter(_holds_text, right))


def _holds_text(piece: Piece) -> bool:
    return bool(piece.text)
