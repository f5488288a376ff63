"""From options to banks: which settings count, which files there are, what they hold.

Every file belongs to the project of its nearest settings file. The bank of a project is what its settings
include together with the given paths; the given paths are what is reported.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from dlqa_lint.cli.options import ReadingOptions, check_reading
from dlqa_lint.cli.parsing import Parsed, Task, parsed, remembering
from dlqa_lint.cli.progress import Progress
from dlqa_lint.cli.projects import Projects
from dlqa_lint.cli.selection import rule_names, rules_of
from dlqa_lint.config.settings import Project
from dlqa_lint.disk import files
from dlqa_lint.disk.presence import is_file
from dlqa_lint.disk.regular_files import MEGABYTE
from dlqa_lint.edits.file_series import numbered_folders
from dlqa_lint.errors import CannotRunError
from dlqa_lint.links.local_files import local_files
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.model.schema import Schema
from dlqa_lint.rule import BankRule, DocumentRule, Rule
from dlqa_lint.text.source import Source

Parse = Callable[[Sequence[Task]], Iterator[Parsed]]
"""Reads texts; what it leaves out is not part of the bank."""


class ProjectBank(NamedTuple):
    """The bank of one project; `bank.reported` are the documents that the run is about, `rules` what runs on it.

    `found` is what the document rules that run find in these, by path, as long as the bank is as it was read.
    """

    project: Project
    bank: Bank
    rules: tuple[Rule, ...] = ()
    found: Mapping[str, Sequence[Finding]] = {}

    @property
    def reported(self) -> list[Document]:
        """The documents that the run is about."""
        return [document for document in self.bank.documents if document.path in self.bank.reported]


class ReadBanks(NamedTuple):
    """All that a run reads: banks, files that filters dropped, and what could not be read."""

    banks: tuple[ProjectBank, ...]
    dropped: tuple[files.Dropped, ...] = ()
    problems: tuple[str, ...] = ()
    staged: frozenset[str] = frozenset()
    """The documents that were read as they are staged, because their files are not."""
    unstaged: tuple[str, ...] = ()
    """The files that were not read because they are not staged at all."""


def read_banks(options: ReadingOptions, *, lints: bool = False) -> ReadBanks:
    """Read what the options name, to lint it or not; raises CannotRunError for what cannot be found."""
    check_reading(options, rule_names())
    reader = BankReader(options, lints=lints)
    listing = reader.given()
    groups: dict[Path | None, list[str]] = {}
    for path in listing.files:
        groups.setdefault(reader.project(Path(path).parent).file, []).append(path)
    banks = tuple(reader.bank(paths) for paths in groups.values())
    if listing.dropped and not listing.files and not options.force_exclude:
        reader.problems.append("filters drop every file; --show-files says which")
    return ReadBanks(
        banks, listing.dropped, tuple(reader.problems), frozenset(reader.staged), tuple(reader.unstaged)
    )


class BankReader:
    """One reading, with what it need not look up or load twice.

    Rules run only if it `lints`. `parse` reads the texts, where somebody remembers more than the caches do.
    """

    def __init__(
        self,
        options: ReadingOptions,
        *,
        lints: bool,
        parse: Parse | None = None,
        projects: Projects | None = None,
        held: Mapping[str, Source] = MappingProxyType({}),
    ) -> None:
        self._options = options
        self._lints = lints
        self.parse = parse or self._parsed
        self._projects = projects or Projects(options)
        self._store = self._projects.store
        self._held = held
        self.problems: list[str] = []
        self.staged: dict[str, bytes] = {}
        self.unstaged: list[str] = []

    def over(self, paths: Sequence[str], held: Mapping[str, Source]) -> "BankReader":
        """A reader of other paths, with other texts at hand; settings and schemas are not read again."""
        return BankReader(
            self._options._replace(paths=tuple(paths)),
            lints=self._lints,
            parse=self.parse,
            projects=self._projects,
            held=held,
        )

    def project(self, folder: Path) -> Project:
        """The project that files of a folder belong to."""
        return self._projects.of(folder)

    def given(self) -> files.Listing:
        """The files that the run is about."""
        paths = self._options.paths
        if self._options.from_stdin:
            return files.Listing((files.shown(Path(self._options.stdin_filename or "stdin.md")),))
        if not paths:
            project = self.project(Path())
            if project.include:
                return self._included(project)
        return files.find(paths or (".",), self._judge, force_exclude=self._options.force_exclude)

    def bank(self, given: list[str]) -> ProjectBank:
        """The bank of the project that given files belong to."""
        project = self.project(Path(given[0]).parent)
        real = {files.real(Path(path)) for path in given}
        others = self._included(project).files if project.include and self._options.paths else ()
        paths = [*given, *(path for path in others if files.real(Path(path)) not in real)]
        paths = self._as_staged(paths)
        reported = frozenset(given).intersection(paths)
        rules = self.rules(project)
        tasks = [
            task
            for path in sorted(paths)
            if (task := self.task(path, project, rules, is_reported=path in reported)) is not None
        ]
        documents: list[Document] = []
        found: dict[str, Sequence[Finding]] = {}
        with Progress("reading", len(tasks), quiet=self._options.quiet) as progress:
            for document, findings in self.parse(tasks):
                documents.append(document)
                found[document.path] = findings
                progress.advance()
        originals = originals_of(project, (document.path for document in documents))
        recall = remembering(self._store, sorted(paths))
        bank = Bank(tuple(documents), reported, self._is_whole(project), originals=originals, recall=recall)
        if project.settings.embedding_model:
            from dlqa_lint.cli.embedders import embedder_of  # only where the settings name a model

            bank = bank._replace(embedder=embedder_of(project, self._store))
        if rules and self._on_disk():
            folders = numbered_folders(document.path for document in documents if document.is_bank)
            absent, beside = files.absent(local_files(documents)), files.names_in(folders)
            bank = bank._replace(absent=absent, beside=beside)
        return ProjectBank(project, bank, rules, found if any(task.rules for task in tasks) else {})

    def task(
        self, path: str, project: Project, rules: Sequence[Rule], *, is_reported: bool = True
    ) -> Task | None:
        """What there is to do to read a document; None where it cannot be read."""
        source = self._source(path, is_given=is_reported)
        if source is None:
            return None
        names = tuple(rule.name for rule in rules if isinstance(rule, DocumentRule))
        topics = any(isinstance(rule, BankRule) and rule.compares for rule in rules)
        schema = self._schema(path, project, is_given=is_reported)
        return Task(source, schema, names if is_reported else (), topics)

    def _parsed(self, tasks: Sequence[Task]) -> Iterator[Parsed]:
        return parsed(tasks, self._store, self._options.jobs)

    def _on_disk(self) -> bool:
        """Whether the documents are in folders, so that files beside them can be looked for."""
        return not self._options.from_stdin or bool(self._options.stdin_filename)

    def _is_whole(self, project: Project) -> bool:
        """Whether the bank is known to be all of it: hooks name files, and perhaps not all at once."""
        return bool(project.include) or not all(map(is_file, self._options.paths or (".",)))

    def rules(self, project: Project) -> tuple[Rule, ...]:
        """The rules that run; none for a command that only reads."""
        return rules_of(project, self._options) if self._lints else ()

    def _as_staged(self, paths: list[str]) -> list[str]:
        """With `--staged` the paths that are staged at all; the bytes of those that differ are kept."""
        if not self._options.staged or self._options.from_stdin:
            return paths
        from dlqa_lint.disk.git import staged_contents  # only where it is asked for

        contents = staged_contents(paths)
        self.staged |= {path: data for path, data in contents.items() if data is not None}
        self.unstaged += [path for path, data in contents.items() if data is None]
        return [path for path in paths if contents.get(path, b"") is not None]

    def _included(self, project: Project) -> files.Listing:
        def judge(path: Path) -> str | None:
            nearer = self.project(path.parent)
            return self._judge(path) if nearer is project else f"belongs to {files.shown(nearer.root)}"

        # Seen from a folder of the project, the other folders are named from there.
        inside = Path.cwd().is_relative_to(project.root)
        root = Path(os.path.relpath(project.root)) if inside else project.root
        return files.find_included(root, project.include, judge)

    def _judge(self, path: Path) -> str | None:
        project = self.project(path.parent)
        pattern = project.exclusion(path)
        return f'excluded by "{pattern}" in {files.shown(project.file)}' if pattern and project.file else None

    def _source(self, path: str, *, is_given: bool) -> Source | None:
        if path in self._held:
            return self._held[path]
        try:
            from_stdin = is_given and self._options.from_stdin
            data = self._standard_input(path) if from_stdin else self._read(path)
            return Source.from_bytes(path, data)
        except CannotRunError as error:
            self.problems += error.lines
            return None

    def _read(self, path: str) -> bytes:
        return self.staged[path] if path in self.staged else files.read(path, self._limit)

    def _standard_input(self, path: str) -> bytes:
        if sys.stdin is None:  # as Python has it where the caller closed it
            raise CannotRunError("standard input is closed")
        return files.read_stream(sys.stdin.buffer, path, self._limit)

    @property
    def _limit(self) -> int:
        return self._options.max_document_size * MEGABYTE

    def _schema(self, path: str, project: Project, *, is_given: bool) -> Schema | None:
        asked = self._options.schema if is_given else None
        name, folder = (asked, Path()) if asked else (project.schema_name(Path(path)), project.root)
        return self._projects.schema(name, folder)


def originals_of(project: Project, paths: Iterable[str]) -> dict[str, str]:
    """The originals of the translations that the settings name, by their paths, as these are shown."""
    known = {files.real(Path(path)): path for path in paths} if project.settings.translations else {}
    found = {path: project.original_of(Path(path)) for path in known.values()}
    return {
        path: known[real]
        for path, original in found.items()
        if original is not None and (real := files.real(original)) in known and known[real] != path
    }
