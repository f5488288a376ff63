"""A document cut into pieces, and what the pieces of three documents are known by."""

from collections import Counter
from collections.abc import Hashable, Sequence

from dlqa_lint.edits.mentions import Mentions
from dlqa_lint.fixer.tokens import words
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.merging.pieces import pieces_of
from dlqa_lint.model.bank import Bank, Document


class Cut:
    """A document with its pieces, and what need not be found out twice of it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.link_map = LinkMap(Bank((document,)))
        self.pieces = pieces_of(document, self.link_map)
        self.mentions = Mentions(self.link_map)
        self._bags: dict[int, Counter[str]] = {}

    def text(self, index: int) -> str:
        """The own lines and the body of a piece."""
        piece = self.pieces[index]
        return self.document.source.text[piece.start : piece.end]

    def bag(self, index: int) -> Counter[str]:
        """The words of a piece, digits left out: numbers are what merges change."""
        if index not in self._bags:
            self._bags[index] = Counter(word for word in words(self.text(index).casefold()) if word.isalpha())
        return self._bags[index]

    def label(self, index: int) -> str:
        """The number of a question as it is written, or nothing."""
        piece = self.pieces[index]
        number = self.document.questions[piece.question].number if piece.kind == "question" else None
        return number.label if number else ""


Id = tuple[Hashable, ...]
"""What a piece is known by in all three documents; its kind comes first."""

Ids = Sequence[Id]
"""The identities of a document's pieces, each there once."""
