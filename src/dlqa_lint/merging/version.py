"""A document read with its pieces: the words of its questions, and where its links and references lead."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.fixer.tokens import trimmed, words
from dlqa_lint.links.references import references
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.merging.cut import Cut, Id, Ids
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.text.source import Span


class ReadPieces(NamedTuple):
    """A document as it is read, and what its questions and its pieces are."""

    document: Document
    asked: Sequence[Id]
    """The identity of each question."""
    places: Mapping[Id, Span]

    @classmethod
    def of(cls, cut: Cut, ids: Ids) -> "ReadPieces":
        """A version with its pieces."""
        pairs = list(zip(cut.pieces, ids, strict=True))
        asked = [one for piece, one in pairs if piece.kind == "question"]
        return cls(cut.document, asked, {one: Span(piece.start, piece.end) for piece, one in pairs})

    def words(self) -> dict[Id, tuple[str, ...]]:
        """The words of each question."""
        texts = (trimmed(words(question.plain_text)) for question in self.document.questions)
        return dict(zip(self.asked, texts, strict=True))

    def landings(self) -> dict[Id, set[Id]]:
        """The questions to which each piece sends its readers, by links and by references."""
        pieces = sorted(self.places, key=lambda one: self.places[one])
        starts = [self.places[one].start for one in pieces]
        found: dict[Id, set[Id]] = {}
        for offset, position in (*self._linked(), *self._cited()):
            at = bisect_right(starts, offset) - 1
            if at >= 0:
                found.setdefault(pieces[at], set()).add(self.asked[position - 1])
        return found

    def _linked(self) -> Iterator[tuple[int, int]]:
        """Where links are, and the positions of the questions to which they lead."""
        link_map = LinkMap(Bank((self.document,)))
        for link in self.document.links:
            aim = link_map.aim(self.document, link)
            landing = link_map.targets(self.document).find(aim.fragment) if aim and aim.fragment else None
            if landing and landing.question:
                yield link.span.start, landing.question.position

    def _cited(self) -> Iterator[tuple[int, int]]:
        """Where questions are cited by number, and their positions."""
        for reference in references(self.document):
            if reference.target:
                yield reference.span.start, reference.target.position


def newly_wanted(base: ReadPieces, *sides: ReadPieces) -> list[set[Id]]:
    """What each side needs and the base did not: questions to which it refers, sections to which it adds."""
    before = base.landings()
    return [
        {wanted for one, leads in side.landings().items() for wanted in leads - before.get(one, set())}
        | set(_enlarged(base, side))
        for side in sides
    ]


def _enlarged(base: ReadPieces, side: ReadPieces) -> Iterator[Id]:
    """The sections that hold a question that the base did not have."""
    section: Id | None = None
    for one in side.places:
        if one[0] == "section":
            section = one
        elif section and one[0] == "question" and one not in base.places:
            yield section
