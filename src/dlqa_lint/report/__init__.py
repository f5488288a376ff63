"""Reporting: findings become text, one module a format.

A format is a module of this package with a function `render(report) -> str`; there is no list to add it to,
and using one imports no other. `parts` holds what formats are made of. A text is empty or ends in a newline.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from dlqa_lint.discovery import modules_of
from dlqa_lint.model.finding import Finding
from dlqa_lint.text.source import Position, Source

if TYPE_CHECKING:
    from dlqa_lint.rule import Rule


class Screen(NamedTuple):
    """What findings are read on: in colour or not, how many cells wide, and whether names may be links.

    Where nothing is known of the width (0), as of a file, no line is broken.
    """

    color: bool = False
    width: int = 0
    links: bool = False


PAPER = Screen()
"""A file, or a program that reads: nothing but the text."""


class Report(NamedTuple):
    """What a run has to say: its findings, and the counts of what it read.

    `sources` holds every file that a finding, a related place or an edit points into. `documents` to
    `word_count` count what the reported question documents hold, `skipped` the files that are not question
    documents, and `fixed` the findings that this run repaired, `known` those that a baseline knows. `rules`
    are the rules that ran, by name: their docstrings are the help of the formats that carry help.
    """

    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, Source] = {}
    documents: int = 0
    questions: int = 0
    answered: int = 0
    word_count: int = 0
    skipped: int = 0
    fixed: int = 0
    known: int = 0
    rules: "Mapping[str, type[Rule]]" = {}  # noqa: RUF012 - nobody writes to it
    screen: Screen = PAPER
    most: int = 0
    """How many findings the formats for people show; 0 for all. Those for programs always hold all of them."""
    quiet: bool = False
    """Whether the closing line is left out."""
    address: str = ""
    """The web address of the folder in which the run began, for links to lines; empty where nothing is known."""

    @property
    def safe_fixes(self) -> int:
        """How many findings a safe fix would repair."""
        return sum(finding.fix is not None and finding.fix.safe for finding in self.findings)

    @property
    def unsafe_fixes(self) -> int:
        """How many more findings an unsafe fix would repair."""
        return sum(finding.fix is not None and not finding.fix.safe for finding in self.findings)

    def position(self, path: str, offset: int) -> Position:
        """The line and column of an offset in one of the sources."""
        return self.sources[path].position(offset)


@cache
def formats() -> tuple[str, ...]:
    """The names of all output formats, sorted."""
    return modules_of(__path__)


def render(name: str, report: Report) -> str:
    """The report as text in the format of that name, which is one of `formats()`."""
    text: str = import_module(f"{__name__}.{name}").render(report)
    return text
