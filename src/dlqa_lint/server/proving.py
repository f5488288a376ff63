"""Fixes as edits of open documents and files: nothing is handed to an editor that is not proved."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from dlqa_lint.cli.banks import ProjectBank
from dlqa_lint.cli.fixing import Fixed, fix_bank
from dlqa_lint.model.finding import Finding, Fix, Severity
from dlqa_lint.server.small_edits import edits
from dlqa_lint.server.snapshot import Snapshot
from dlqa_lint.text.source import Source, Span

Lint = Callable[[ProjectBank], list[Finding]]


class Proved(NamedTuple):
    """What fixing changes, by path, before and after; and what was left out because it could not be proved."""

    before: Mapping[str, Source] = {}
    after: Mapping[str, Source] = {}
    refused: tuple[str, ...] = ()


def one_fix(snapshot: Snapshot, fix: Fix) -> Proved:
    """What a single fix changes; whoever chose it has read what it is about, so it may be unsafe."""
    documents = snapshot.bank.bank.documents
    finding = Finding("chosen", "", Severity.INFO, fix.title, snapshot.path, Span(0, 0), fix=fix)

    def lint(bank: ProjectBank) -> list[Finding]:
        untouched = all(
            new.source is old.source for new, old in zip(bank.bank.documents, documents, strict=True)
        )
        return [finding] if untouched else []

    everywhere = frozenset(document.path for document in documents)
    bank = snapshot.bank._replace(bank=snapshot.bank.bank._replace(reported=everywhere))
    return _proved(fix_bank(bank, lint, unsafe=True))


def all_safe(snapshot: Snapshot, lint: Lint) -> Proved:
    """What all safe fixes change that stay within the document."""
    here = snapshot.bank.bank._replace(reported=frozenset((snapshot.path,)))
    return _proved(fix_bank(snapshot.bank._replace(bank=here), lint, unsafe=False))


def _proved(fixed: Fixed) -> Proved:
    return Proved(fixed.before, fixed.after, fixed.refused)


def edits_of(snapshot: Snapshot, proved: Proved) -> list[TextEdit]:
    """The edits of the document itself."""
    if snapshot.path not in proved.after:
        return []
    return edits(proved.before[snapshot.path], proved.after[snapshot.path], snapshot.units)


def workspace_edit(snapshot: Snapshot, proved: Proved, *, versioned: bool) -> WorkspaceEdit:
    """The edits of all documents that change; with versions, an editor that has gone on refuses them."""
    made = {path: edits(before, proved.after[path], snapshot.units) for path, before in proved.before.items()}
    if not versioned:
        return WorkspaceEdit(changes={snapshot.uri_of(path): found for path, found in made.items()})
    changes = []
    for path, found in made.items():
        version = snapshot.held[path].version if path in snapshot.held else None
        identifier = OptionalVersionedTextDocumentIdentifier(snapshot.uri_of(path), version)
        changes.append(TextDocumentEdit(identifier, found))
    return WorkspaceEdit(document_changes=changes)
