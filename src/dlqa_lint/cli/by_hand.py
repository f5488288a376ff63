"""What `renumber`, `add` and `remove` share: the banks that they read, and how they hand over what is proved."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from dlqa_lint.cli import fixing
from dlqa_lint.cli.banks import STDIN, ProjectBank, read_banks
from dlqa_lint.cli.options import UsageError, add_reading
from dlqa_lint.cli.output import complain, put, put_document, say, wants_color
from dlqa_lint.disk import files
from dlqa_lint.disk.reading import MEGABYTE
from dlqa_lint.edits.parts import parts
from dlqa_lint.edits.retarget import renamed_by, retargeted
from dlqa_lint.errors import CannotRunError
from dlqa_lint.links.ordinary import with_links
from dlqa_lint.links.targets import Shelf
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source


class Desk(NamedTuple):
    """A project's bank as the owner works on it.

    `bank` also holds ordinary documents with their links, and documents outside of the bank that link into it,
    so that they are taken along; `chosen` are the paths of the question documents that the command is about.
    """

    project: ProjectBank
    bank: Bank
    chosen: frozenset[str]

    @property
    def parts(self) -> dict[str, Document]:
        """The document that each file of a count over several files goes on from, by its path."""
        own = {document.path for document in self.project.bank.documents}
        return parts(self.bank._replace(documents=tuple(d for d in self.bank.documents if d.path in own)))

    def changed(self, after: Mapping[str, Document]) -> "Desk":
        """The desk with its documents as they are after a change."""
        return self._replace(bank=self.bank._replace(documents=tuple(after.values())))

    @property
    def documents(self) -> dict[str, Document]:
        """All documents by their paths."""
        return {document.path: document for document in self.bank.documents}


def add_changing(parser: ArgumentParser) -> None:
    """Add what says which documents are read, and what becomes of the change."""
    add_reading(parser)
    group = parser.add_argument_group("output")
    group.add_argument("--diff", action="store_true", help="print what would be changed, and write nothing")
    group.add_argument("--quiet", action="store_true", help="say only what went wrong")
    group.add_argument("--color", choices=["auto", "always", "never"], default="auto", help="use colours")


def read_desks(options: Namespace) -> list[Desk]:
    """The banks that the options name; a file that cannot be read is an error, for its links would be missed."""
    reading = read_banks(options)
    if reading.problems:
        raise CannotRunError(*reading.problems)
    return [_desk(bank, options) for bank in reading.banks]


def _desk(project: ProjectBank, options: Namespace) -> Desk:
    documents = tuple(map(with_links, project.bank.documents))
    asking = frozenset(document.path for document in project.reported if document.is_bank)
    if conflict := next((document for document in documents if document.conflict and document.is_bank), None):
        raise CannotRunError(f"{conflict.path}: holds a merge conflict; settle it first")
    linking = () if options.paths == [STDIN] else tuple(_linking(project, asking, options))
    bank = project.bank._replace(documents=(*documents, *linking))
    return Desk(project, bank, asking)


def _linking(project: ProjectBank, chosen: Collection[str], options: Namespace) -> Iterator[Document]:
    """The other Markdown files around that link to chosen documents: their links follow, too."""
    names = [name.encode() for path in chosen for name in {Path(path).name, quote(Path(path).name)}]
    known = {files.real(Path(document.path)) for document in project.bank.documents}
    for path in _markdown_around(project, chosen):
        if files.real(path) in known or project.project.exclusion(path):
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
        shelf = Shelf(project.bank._replace(documents=(*project.bank.documents, document)))
        aims = (shelf.aim(document, link) for link in document.links)
        if any(aim and aim.document.path in chosen for aim in aims):
            yield document


def _markdown_around(project: ProjectBank, chosen: Collection[str]) -> Iterator[Path]:
    """The Markdown files below the current folder of a project or repository; elsewhere, those beside the documents.

    What cannot be listed is left out: nobody asked for it by name.
    """
    here = Path.cwd()
    is_project = project.project.file or any((folder / ".git").exists() for folder in (here, *here.parents))
    for folder in [Path()] if is_project else sorted({Path(path).parent for path in chosen}):
        try:
            for path, dropped in files.walk(folder):
                if dropped is None and path.suffix.lower() in files.MARKDOWN:
                    yield path
        except CannotRunError:
            continue


def reread(source: Source, document: Document) -> Document:
    """A changed source, read as its document was."""
    return with_links(recognise(source, None if document.schema.inferred else document.schema))


class PutRight(NamedTuple):
    """Documents with contents and counts put right: what was done, and what has to be done by hand."""

    documents: dict[str, Document]
    done: tuple[str, ...]
    left: tuple[str, ...]


def put_right(bank: Bank, listed: Callable[[Finding], bool], counted: Callable[[str, str], bool]) -> PutRight:
    """The documents of a changed bank with missing contents entries and with counts that were right before.

    `listed` says whether a question that lacks its entry gets it, `counted` whether a stated number in a
    document, by its path, becomes the right one.
    """
    from dlqa_lint.fixer.by_hand import applied, prove  # noqa: PLC0415 - only where something is changed
    from dlqa_lint.rules.contents.missing_contents_entry import MissingContentsEntry  # noqa: PLC0415
    from dlqa_lint.rules.structure.wrong_question_count import WrongQuestionCount  # noqa: PLC0415

    after = {document.path: document for document in bank.documents}
    entry, count = MissingContentsEntry(), WrongQuestionCount()
    missing = [found for found in entry.check(bank) if listed(found)]
    wrong = (found for document in bank.documents if document.is_bank for found in count.check(document))
    stale = [found for found in wrong if counted(found.path, after[found.path].source.slice(found.span))]
    fixes = [found.fix for found in missing if found.fix and found.fix.safe]
    fixes += [found.fix for found in stale if found.fix]
    shelf = Shelf(bank)
    edits = {edit for fix in fixes for edit in fix.edits}
    for path in {edit.path for edit in edits}:
        edits.update(retargeted(shelf, after[path], renamed_by(after[path], edits)) or ())
    documents = applied(after, edits, reread)
    prove("put contents and counts right", (after, documents), edits)
    left = (found for found in missing if not (found.fix and found.fix.safe))
    return PutRight(
        documents,
        tuple(fix.title for fix in fixes),
        tuple(f"{found.path}: {found.message}; write its entry by hand" for found in left),
    )


def right_before(desk: Desk) -> Callable[[str, str], bool]:
    """Tells of a stated number whether it was right in a document before that changed."""
    from dlqa_lint.rules.structure.wrong_question_count import WrongQuestionCount  # noqa: PLC0415

    wrong = {
        (path, document.source.slice(found.span))
        for path, document in desk.documents.items()
        if document.is_bank
        for found in WrongQuestionCount().check(document)
    }
    return lambda path, said: (path, said) not in wrong


def refuse_namesake(command: str, options: Namespace) -> None:
    """Refuse a command without paths where a file or folder has its name: to check that may be meant."""
    if not options.paths and Path(command).exists():
        raise UsageError(f"{command}: found no path; say dlqa-lint {command} . for everything here")


def hand_over(
    desks: Sequence[tuple[Desk, Mapping[str, Document]]], lines: Iterable[str], options: Namespace
) -> int:
    """Write or show what changed, and say it; the exit code is 1 for a difference that is only shown."""
    fixed = [_fixed(desk, after) for desk, after in desks]
    linted = [document.path for desk, _ in desks for document in desk.bank.documents]
    text = fixing.deliver(fixed, options, linted)
    if options.diff:
        # In colour, it is for a terminal and made visible already.
        (put if wants_color(options.color) else put_document)(text)
        return int(bool(text))
    put_document(text)
    if not options.quiet:
        say(lines, sys.stderr if options.paths == [STDIN] else sys.stdout)
    return 0


def _fixed(desk: Desk, after: Mapping[str, Document]) -> fixing.Fixed:
    before = desk.documents
    changed = [path for path in before if before[path].source is not after[path].source]
    bank = desk.project.bank._replace(documents=tuple(after.values()))
    return fixing.Fixed(
        desk.project._replace(bank=bank),
        [],
        {path: before[path].source for path in changed},
        {path: after[path].source for path in changed},
        len(changed),
    )


def note(messages: Iterable[str], options: Namespace) -> None:
    """Say on standard error what the owner has to know, unless silence is wished for."""
    if not options.quiet:
        complain(messages)
