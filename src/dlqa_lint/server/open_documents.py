"""The documents that are open in the editor, and what is known of them and of their banks.

The only place with state that features rest on. `read` and `check` run in threads of their own, side by side:
each takes what is open, and what is known, as it is when it begins; both are replaced as a whole.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dlqa_lint.cli.adoption_options import AdoptionOptions
from dlqa_lint.cli.banks import BankReader, ProjectBank, ReadBanks
from dlqa_lint.cli.linting import findings_of
from dlqa_lint.cli.narrowing import Scope, scope_of
from dlqa_lint.cli.options import ReadingOptions
from dlqa_lint.config.settings import Project
from dlqa_lint.errors import CannotRunError
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule
from dlqa_lint.server.moved_findings import carried, echoes_in
from dlqa_lint.server.positions import Units
from dlqa_lint.server.read_documents import Complain, Memory
from dlqa_lint.server.snapshot import Held, Snapshot
from dlqa_lint.text.source import Source


class OpenDocument(NamedTuple):
    """A document as it is in the editor, saved or not."""

    held: Held
    source: Source


class _Checked(NamedTuple):
    """A document as it was when its bank was last looked at."""

    snapshot: Snapshot
    at_once: frozenset[str]
    """The rules that run at once, so that nothing of what they found then is of interest."""

    def followed_by(self, document: Document, held: Held, found: tuple[Finding, ...]) -> Snapshot:
        """The snapshot of another state of the document, in which the rules that run at once found something."""
        path, before, bank = document.path, self.snapshot, self.snapshot.bank
        documents = tuple(document if other.path == path else other for other in bank.bank.documents)
        later = (finding for finding in before.findings if finding.rule not in self.at_once)
        texts = before.document.source, document.source
        return before._replace(
            document=document,
            bank=bank._replace(bank=bank.bank._replace(documents=documents), found={}),
            held={**before.held, path: held},
            findings=(*found, *carried(later, *texts)),
            echoes=tuple(carried(before.echoes, *texts)),
            settled=False,
        )


class _Known:
    """What was read of settings and files, discarded as a whole when any of them changes."""

    def __init__(self, options: ReadingOptions, complain: Complain) -> None:
        self.reader = BankReader(options, lints=True, parse=Memory(complain).read)
        self.scopes: dict[Path | None, Scope] = {}
        self.checked: dict[str, _Checked] = {}

    def project(self, path: str) -> Project | None:
        """The project of a document; None where its settings exclude it."""
        project = self.reader.project(Path(path).parent)
        return None if project.exclusion(Path(path)) else project

    def beside(self, path: str, names: Iterable[str]) -> list[str]:
        """The documents that share their settings, and so their bank, with a document."""
        file = self.reader.project(Path(path).parent).file
        return [name for name in names if self.reader.project(Path(name).parent).file == file]


class OpenDocuments:
    """Reads and lints what is open, by the settings that are in force."""

    def __init__(self, options: ReadingOptions, complain: Complain) -> None:
        self.units: Units = "utf-16"
        self.open: Mapping[str, OpenDocument] = {}
        self._options = options
        self._complain = complain
        self.renew()

    def renew(self) -> None:
        """Forget all that was read of settings, schemas and files."""
        self._known = _Known(self._options, self._complain)

    def put(self, path: str, document: OpenDocument) -> None:
        """Take a document, or another state of it."""
        self.open = {**self.open, path: document}

    def drop(self, path: str) -> None:
        """Let go of a document that was closed: its file counts again."""
        self.open = {name: document for name, document in self.open.items() if name != path}
        self._known.checked.pop(path, None)

    def beside(self, path: str) -> list[str]:
        """The open documents of a document's bank."""
        try:
            return self._known.beside(path, self.open)
        except CannotRunError:
            return [path] if path in self.open else []  # whoever reads it will say so

    def read(self, path: str) -> Snapshot | None:
        """What the document rules find in a document as it is now; None for one that is not linted."""
        known, document = self._known, self.open.get(path)
        project = known.project(path)
        if document is None or project is None:
            return None
        reader = known.reader.over([path], {path: document.source})
        rules = reader.rules(project)
        at_once = tuple(rule for rule in rules if isinstance(rule, DocumentRule))
        task = reader.task(path, project, at_once)
        for read, findings in reader.parse([task] if task else []):
            bank = ProjectBank(project, Bank((read,), frozenset((path,)), False), rules, {path: findings})
            found = tuple(self._counting(known, bank, findings_of(bank._replace(rules=at_once), quiet=True)))
            if path in known.checked:
                return known.checked[path].followed_by(read, document.held, found)
            return Snapshot(path, read, bank, found, {path: document.held}, self.units)
        return None

    def check(self, path: str) -> dict[str, Snapshot]:
        """What all rules find in the open documents of a document's bank, by path."""
        known, opened = self._known, self.open
        project = known.project(path)
        held = {name: opened[name] for name in known.beside(path, opened) if known.project(name)}
        if project is None or not held:
            return {}
        reader = known.reader.over(sorted(held), {name: document.source for name, document in held.items()})
        bank = reader.bank(sorted(held))
        # Without settings the bank is what happens to be open.
        bank = bank._replace(bank=bank.bank._replace(whole=bool(project.include)))
        found = self._counting(known, bank, findings_of(bank, quiet=True))
        at_once = frozenset(rule.name for rule in bank.rules if isinstance(rule, DocumentRule))
        calls = {name: document.held for name, document in held.items()}
        snapshots = {}
        for document in bank.reported:
            here = tuple(finding for finding in found if finding.path == document.path)
            echoes = tuple(echoes_in(document.path, found, held))
            snapshot = Snapshot(document.path, document, bank, here, calls, self.units, echoes, settled=True)
            known.checked[document.path] = _Checked(snapshot, at_once)
            snapshots[document.path] = snapshot
        return snapshots

    def counting(self, bank: ProjectBank) -> list[Finding]:
        """The findings of a bank that count, as the command line has them."""
        return self._counting(self._known, bank, findings_of(bank, quiet=True))

    def _counting(self, known: _Known, bank: ProjectBank, found: list[Finding]) -> list[Finding]:
        """The findings that no baseline knows."""
        key = bank.project.file
        if key not in known.scopes:
            known.scopes[key] = scope_of(
                ReadBanks((bank,)),
                AdoptionOptions(isolated=self._options.isolated),
                partial(findings_of, quiet=True),
            )
        return known.scopes[key].unknown(bank, found)
