"""Which documents of a bank are translations of which, and how they match: found out once for all rules."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from dlqa_lint.language.translations import languages_in_path, name_in_all_languages
from dlqa_lint.model.bank import Bank, Document

if TYPE_CHECKING:
    from dlqa_lint.rules.translations._matching import Matching

_SOURCE = ((), ("en",))
"""What the path of an original says of its language: nothing, or English; the first that is there."""


@lru_cache(maxsize=1)
def translations(bank: Bank) -> "tuple[Matching, ...]":
    """The translations of a bank beside their originals, as far as their questions can be matched."""
    pairs = originals(bank)
    if not pairs:
        return ()
    from dlqa_lint.rules.translations._matching import matched  # few banks are translated

    found = (matched(original, translation) for original, translation in pairs)
    return tuple(matching for matching in found if matching is not None)


@lru_cache(maxsize=1)
def originals(bank: Bank) -> tuple[tuple[Document, Document], ...]:
    """The originals with their translations, according to settings or paths."""
    return tuple(_named(bank))


def _named(bank: Bank) -> Iterator[tuple[Document, Document]]:
    documents = {document.path: document for document in bank.documents if document.questions}
    groups: dict[str, list[Document]] = {}
    for path, document in documents.items():
        if original := documents.get(bank.originals.get(path, "")):
            yield original, document
        else:
            groups.setdefault(name_in_all_languages(path), []).append(document)
    for group in groups.values():
        original = _original(group)
        for document in group:
            if languages_in_path(document.path) != languages_in_path(original.path):
                yield original, document


def _original(group: list[Document]) -> Document:
    """The document that the others translate: the one in no named language, in English, or the longest."""
    for source in _SOURCE:
        named = [document for document in group if languages_in_path(document.path) == source]
        if len(named) == 1:
            return named[0]
    return max(group, key=lambda document: len(document.questions))
