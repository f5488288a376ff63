"""The banks that `renumber`, `add` and `remove` work on, with all that links to them."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from dlqa_lint.cli.banks import ProjectBank, read_banks
from dlqa_lint.cli.options import ReadingOptions
from dlqa_lint.disk import files
from dlqa_lint.disk.regular_files import MEGABYTE
from dlqa_lint.disk.repositories import root_of
from dlqa_lint.edits.continued_files import parts
from dlqa_lint.errors import CannotRunError
from dlqa_lint.links.ordinary_documents import with_links
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.recognise import recognise
from dlqa_lint.text.paths import MARKDOWN
from dlqa_lint.text.source import Source


@dataclass(frozen=True)
class Workbench:
    """A project's bank as the owner works on it.

    `bank` also holds ordinary documents with their links, and documents outside of the bank that link into it,
    so that they are taken along; `chosen` are the paths of the question documents that the command is about.
    """

    project: ProjectBank
    bank: Bank
    chosen: frozenset[str]

    @cached_property
    def parts(self) -> dict[str, Document]:
        """The document that each file of a count over several files continues, by its path."""
        own = {document.path for document in self.project.bank.documents}
        return parts(self.bank._replace(documents=tuple(d for d in self.bank.documents if d.path in own)))

    def changed(self, after: Mapping[str, Document]) -> "Workbench":
        """The bench with its documents as they are after a change."""
        return replace(self, bank=self.bank._replace(documents=tuple(after.values())))

    @cached_property
    def documents(self) -> dict[str, Document]:
        """All documents by their paths."""
        return {document.path: document for document in self.bank.documents}


def read_workbenches(options: ReadingOptions) -> list[Workbench]:
    """The banks that the options name; a file that cannot be read is an error, for its links would be missed."""
    reading = read_banks(options)
    if reading.problems:
        raise CannotRunError(*reading.problems)
    return [_workbench(bank, options) for bank in reading.banks]


def _workbench(project: ProjectBank, options: ReadingOptions) -> Workbench:
    documents = tuple(map(with_links, project.bank.documents))
    asking = frozenset(document.path for document in project.reported if document.is_bank)
    if conflict := next((document for document in documents if document.conflict and document.is_bank), None):
        raise CannotRunError(f"{conflict.path}: holds a merge conflict; settle it first")
    linking = () if options.from_stdin else tuple(_linking(project, asking, options))
    bank = project.bank._replace(documents=(*documents, *linking))
    return Workbench(project, bank, asking)


def _linking(project: ProjectBank, chosen: Collection[str], options: ReadingOptions) -> Iterator[Document]:
    """The other Markdown files around that link to chosen documents: their links follow, too."""
    named = {os.fsencode(Path(path).name) for path in chosen}
    names = named | {quote(name).encode() for name in named}
    known = {files.real(Path(document.path)) for document in project.bank.documents}
    for path in files_around(project, chosen):
        if (
            path.suffix.lower() not in MARKDOWN
            or files.real(path) in known
            or project.project.exclusion(path)
        ):
            continue
        known.add(files.real(path))
        try:
            data = files.read(files.shown(path), options.max_document_size * MEGABYTE)
            source = Source.from_bytes(files.shown(path), data)
        except CannotRunError:
            continue
        if not any(name in data for name in names):
            continue
        document = with_links(recognise(source, None))
        link_map = LinkMap(project.bank._replace(documents=(*project.bank.documents, document)))
        aims = (link_map.aim(document, link) for link in document.links)
        if any(aim and aim.document.path in chosen for aim in aims):
            yield document


def files_around(project: ProjectBank, chosen: Collection[str]) -> Iterator[Path]:
    """The files below the current folder of a project or repository; elsewhere, those beside the documents.

    What cannot be listed is left out: nobody asked for it by name.
    """
    is_project = project.project.file or root_of(Path.cwd())
    for folder in [Path()] if is_project else sorted({Path(path).parent for path in chosen}):
        try:
            for path, dropped in files.walk(folder):
                if dropped is None:
                    yield path
        except CannotRunError:
            continue


def rewritten(before: Mapping[str, Document], after: Mapping[str, Document]) -> list[str]:
    """The paths of the documents that have another text after a change."""
    return [path for path in before if before[path].source is not after[path].source]
