"""Documents of which nobody made a translation, beside others that have one."""

from collections.abc import Iterator
from typing import NamedTuple

from dlqa_lint.language.translations import languages_in_path, name_in_all_languages
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.rules.translations._groups import originals
from dlqa_lint.text.paths import slashed

_LEAST = 2
"""A single document that is translated shows no habit."""
_SHARE = 0.5
"""Where more documents lack a translation, for each that has one, somebody has only begun. Set by hand."""

Translated = tuple[Document, Document]
"""An original and its translation."""


class Untranslated(NamedTuple):
    """Documents of one folder without a translation to a language, and those beside them that have one."""

    language: str
    documents: tuple[Document, ...]
    beside: tuple[Translated, ...]


def untranslated_files(bank: Bank) -> Iterator[Untranslated]:
    """The documents without a translation, by folder and language; nothing in a bank of which some is not read."""
    done: dict[tuple[str, tuple[str, ...], str], list[Translated]] = {}
    for original, translation in originals(bank) if bank.whole else ():
        for language in languages_in_path(translation.path)[:1]:
            group = _folder(original), languages_in_path(original.path), language
            done.setdefault(group, []).append((original, translation))
    if not done:
        return
    # A translation may be there that is not read as a bank.
    paths = [*(document.path for document in bank.documents), *bank.ordinary]
    known = {(name_in_all_languages(path), languages_in_path(path)[:1]) for path in paths}
    for (folder, own, language), pairs in done.items():
        translated = {original.path for original, _ in pairs}
        lacking = [
            document
            for document in bank.documents
            if document.is_bank
            and document.questions
            and document.path not in translated
            and _folder(document) == folder
            and languages_in_path(document.path) == own
            and (name_in_all_languages(document.path), (language,)) not in known
        ]
        if lacking and len(translated) >= _LEAST and len(lacking) <= _SHARE * len(translated):
            yield Untranslated(language, tuple(lacking), tuple(pairs))


def _folder(document: Document) -> str:
    return slashed(document.path).rpartition("/")[0]
