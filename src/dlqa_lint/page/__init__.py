"""The page: what a bank holds, what was found in it and how it became so, as one HTML file to look at.

The way of the data: `Inspection` → `tallies`, `listing`, `clusters`, `changes` and `plots`, each of which makes
plain data of a part of it → `rendering`, which alone knows Jinja. Only the command `report` imports any of this.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint.model.bank import Document
from dlqa_lint.report import Report
from dlqa_lint.text.source import Source


class Change(NamedTuple):
    """A document as it is, and as the safe fixes would leave it."""

    before: Source
    after: Source


class Moment(NamedTuple):
    """What the bank held at a commit, and how much was found in it by the settings and rules of today."""

    commit: str
    date: str
    seconds: int
    """When it was committed, in seconds since 1970."""
    questions: int
    answered: int
    errors: int
    warnings: int
    infos: int
    """How many findings have the severity `info`."""


class Inspection(NamedTuple):
    """All that a page tells: question documents, what was found, what fixes would change, and the past.

    `fixed` is how many findings the changes would repair, and `refused` what to say about fixes that cannot be
    proved. `past` is None where nobody asked for it; it begins with the oldest moment.
    """

    title: str
    documents: Sequence[Document]
    report: Report
    changes: Sequence[Change] = ()
    fixed: int = 0
    refused: Sequence[str] = ()
    past: Sequence[Moment] | None = None
