"""What became of each part of a text over several passes: only this carries spans from one to the next."""

from collections.abc import Iterable
from typing import NamedTuple

from dlqa_lint.text.source import Span


class TracedEdit(NamedTuple):
    """One edit of a pass: the span it replaced, the length of the new text, whether its fix was unsafe."""

    span: Span
    length: int
    unsafe: bool


class Stretch(NamedTuple):
    """A part of the present text: kept from offset `origin` of the first text, or (`origin` -1) new."""

    length: int
    origin: int
    unsafe: bool = False


class Trace(NamedTuple):
    """The parts of a text in order; a new text is one kept part."""

    parts: tuple[Stretch, ...]
    size: int

    @classmethod
    def start(cls, size: int) -> "Trace":
        """The trace of a text that nothing has touched."""
        return cls((Stretch(size, 0),), size)

    def after(self, changes: Iterable[TracedEdit]) -> "Trace":
        """The trace after a pass."""
        made = sorted(changes)
        pieces = _split(self.parts, [offset for change in made for offset in change.span])
        parts = list(pieces[0])
        for change, old, kept in zip(made, pieces[1::2], pieces[2::2], strict=True):
            # What an unsafe fix wrote stays free when a later one writes over it.
            unsafe = change.unsafe or any(part.unsafe for part in old)
            parts += [Stretch(change.length, -1, unsafe), *kept]
        return Trace(tuple(parts), self.size)

    def freed(self) -> tuple[list[Span], list[Span]]:
        """The spans that unsafe fixes rewrote: in the first text and in the present one, some empty."""
        first: list[Span] = []
        present: list[Span] = []
        origin = at = start = 0
        unsafe = False
        for part in (*self.parts, Stretch(0, self.size)):
            if part.origin < 0:
                unsafe = unsafe or part.unsafe
            else:
                if unsafe:
                    first.append(Span(origin, part.origin))
                    present.append(Span(start, at))
                origin, start, unsafe = part.origin + part.length, at + part.length, False
            at += part.length
        return first, present


def _split(parts: Iterable[Stretch], offsets: Iterable[int]) -> list[list[Stretch]]:
    """The parts cut at ascending offsets of their text; an empty part goes to the left of its offset."""
    rest = list(parts)[::-1]
    found: list[list[Stretch]] = [[]]
    at = 0
    for offset in offsets:
        while rest and at + rest[-1].length <= offset:
            found[-1].append(rest.pop())
            at += found[-1][-1].length
        if rest and at < offset:
            whole, size = rest.pop(), offset - at
            found[-1].append(whole._replace(length=size))
            origin = whole.origin + size if whole.origin >= 0 else -1
            rest.append(whole._replace(length=whole.length - size, origin=origin))
            at = offset
        found.append([])
    found[-1] += rest[::-1]
    return found
