"""An entry of a table of contents beside the question that it stands for."""

from typing import NamedTuple

from dlqa_lint.links.targets import Landing
from dlqa_lint.model.bank import Contents, Document, Entry, Question


class Match(NamedTuple):
    """An entry of a table of contents and what it stands for.

    `owner` is the document that holds the entry, `document` the one that its link aims at (its own for an
    entry without a link into the bank). `landing` is where its link really leads, `question` the question
    it means. `outside` says that the entry leads out of the bank and is not judged. `again` is the entry of
    the same table that stands for the question already. Where one thing alone speaks for the question, the
    match is not `sure`.
    """

    owner: Document
    contents: Contents
    entry: Entry
    document: Document
    landing: Landing | None
    question: Question | None
    outside: bool = False
    again: Entry | None = None
    sure: bool = True
