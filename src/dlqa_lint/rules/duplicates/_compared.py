"""The questions that the rules of this family compare, and which of them are declared distinct."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from dlqa_lint.filters.suppressions import Pair, distinct_pairs, place_of
from dlqa_lint.language.translations import are_translations
from dlqa_lint.model.bank import Bank, Document, Question

Spot = tuple[Document, Question]

_FOLDERS_OWN = ("readme", "index")
"""Files that are called after their folder."""


def spots(bank: Bank) -> list[Spot]:
    """All questions of a bank in order, each with its document."""
    return [(document, question) for document in bank.documents for question in document.questions]


def where_asked(spot: Spot, seen_from: Document) -> str:
    """Where a question is, seen from a document."""
    document, question = spot
    number = f" (question {question.number.label})" if question.number else ""
    file = "" if document is seen_from else f"in {document.path} "
    return f"{file}at line {question.line}{number}"


def own_name(path: str) -> str:
    """The name of a file without its ending, or of the folder that it is called after."""
    file = PurePosixPath(path)
    return file.parent.name if file.stem.casefold() in _FOLDERS_OWN else file.stem


def parted(groups: Iterable[list[Spot]], bank: Bank) -> Iterator[list[Spot]]:
    """Groups of equal questions without those that suppressions tell apart, which follow pair by pair.

    A pair on its own is hidden like any finding that is suppressed, so that the suppression counts as used.
    """
    apart = distinct_pairs(bank.documents)
    for group in groups:
        kept: list[Spot] = []
        for index, spot in enumerate(group):
            others = [other for other in group[:index] if _apart(other, spot, apart)] if apart else []
            yield from ([other, spot] for other in others)
            if not others:
                kept.append(spot)
        if len(kept) > 1:
            yield kept


def without_translations(group: Iterable[Spot], bank: Bank) -> list[Spot]:
    """A group of equal questions or answers without those that are in a translation of an earlier document."""
    told: list[Spot] = []
    for document, question in group:
        if not any(are_one_in_two_languages(bank, earlier.path, document.path) for earlier, _ in told):
            told.append((document, question))
    return told


def are_one_in_two_languages(bank: Bank, path: str, other: str) -> bool:
    """Whether two documents are translations of each other, as their paths or the settings say."""
    named = path != other and bank.originals.get(path, path) == bank.originals.get(other, other)
    return named or are_translations(path, other)


def _apart(first: Spot, second: Spot, apart: frozenset[Pair]) -> bool:
    return frozenset((place_of(*first), place_of(*second))) in apart
