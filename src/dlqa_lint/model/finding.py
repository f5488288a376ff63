"""What rules report: findings, and the edits that would repair them. A leaf that every part may import."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, Self

from dlqa_lint.text.source import Span


class Severity(StrEnum):
    """How much a finding matters; `error` and `warning` make a run fail, `info` never does."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return tuple(Severity).index(self)


class Edit(NamedTuple):
    """The replacement of one span of one file."""

    path: str
    span: Span
    replacement: str


class _Fix(NamedTuple):
    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


class Fix(_Fix):
    """Edits that apply together or not at all.

    A *safe* fix leaves the words of every question and answer, every code block and every option exactly as
    they were, and every link of the bank that led to a question still leads to it. Anything else is unsafe.
    """

    __slots__ = ()

    def __new__(cls, title: str, edits: Iterable[Edit], safe: bool = True) -> Self:
        """Sort the edits and refuse overlapping ones."""
        edits = tuple(sorted(set(edits)))
        for before, after in pairwise(edits):
            if before.path == after.path and (
                after.span.start < before.span.end or after.span == before.span
            ):
                raise ValueError(f"overlapping edits in the fix {title!r}: {before} and {after}")
        return super().__new__(cls, title, edits, safe)


class Place(NamedTuple):
    """A place that a finding points to besides its own, with a word on what is there."""

    path: str
    span: Span
    message: str


class QuestionRef(NamedTuple):
    """The question that owns a finding: its number as readers see it, its words, and its line (from 1)."""

    number: str | None
    text: str
    line: int


class Finding(NamedTuple):
    """What a rule reports: where, what was found and what was expected, and perhaps how to repair it."""

    rule: str
    family: str
    severity: Severity
    message: str
    path: str
    span: Span
    question: QuestionRef | None = None
    related: tuple[Place, ...] = ()
    fix: Fix | None = None
