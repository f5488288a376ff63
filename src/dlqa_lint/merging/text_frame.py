"""The frame of a text: byte order mark, line ends, final newline. Merged apart, so that it is in nobody's way."""

from typing import NamedTuple, TypeVar

from dlqa_lint.merging.errors import PuzzleError
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

_NEWLINE = regex(r"\r\n|\r|\n")

Value = TypeVar("Value")


class Layout(NamedTuple):
    """How a text is framed: its byte order mark, its line end, and what is after its last word."""

    bom: bool
    newline: str
    ending: str
    """The newlines at the end: none, one, or some."""


def framed(source: Source) -> tuple[Source, Layout]:
    """A text with line feeds and one final newline in place of its frame, and the frame."""
    found = set(_NEWLINE.findall(source.text))
    if len(found) > 1 or "\r" in found:
        raise PuzzleError("its line ends are mixed")
    text = source.text.replace("\r\n", "\n")
    kept = text.rstrip("\n")
    ending = text[len(kept) :]
    return Source(source.path, kept + "\n" * bool(kept)), Layout(source.bom, source.newline, ending)


def settled(base: Layout, ours: Layout, theirs: Layout) -> Layout:
    """The frame of three: what one side alone changed is changed."""
    return Layout(
        changed(base.bom, ours.bom, theirs.bom),
        changed(base.newline, ours.newline, theirs.newline),
        changed(base.ending, ours.ending, theirs.ending),
    )


def changed(base: Value, ours: Value, theirs: Value) -> Value:
    """One value of three: theirs where they alone changed it, else ours."""
    return theirs if ours == base else ours


def in_frame(text: str, layout: Layout) -> str:
    """A text with line feeds in its frame."""
    kept = text.rstrip("\n")
    return "\ufeff" * layout.bom + (kept + layout.ending).replace("\n", layout.newline)
