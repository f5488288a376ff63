"""Which findings of a run count: those that no baseline knows, with `--since` or `--staged` changed ones."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dlqa_lint.cli.adoption_options import AdoptionOptions
from dlqa_lint.cli.banks import ProjectBank, ReadBanks
from dlqa_lint.cli.baselines import baseline_file, read_baseline, still_there
from dlqa_lint.model.finding import Finding
from dlqa_lint.text.source import Source

if TYPE_CHECKING:
    from dlqa_lint.filters.baseline import Baseline
    from dlqa_lint.filters.changed_lines import Touched


class Changes(NamedTuple):
    """The lines that a change touched, by path, in the sources as they were read."""

    lines: "Mapping[str, Touched]"
    sources: Mapping[str, Source]
    unasked: Sequence[str] = ()
    """What to say about repositories that were not asked."""


class Scope(NamedTuple):
    """What narrows the findings that count; `found` makes those of a bank."""

    options: AdoptionOptions
    found: Callable[[ProjectBank], list[Finding]]
    baselines: "Mapping[Path, Baseline]"
    changes: Changes | None = None

    def counting(self, bank: ProjectBank, findings: list[Finding]) -> list[Finding]:
        """The findings of a bank that count."""
        changed = self._changed(bank)
        unknown = self.unknown(bank, findings)
        return [finding for finding in unknown if changed is None or changed(finding)]

    def unknown(self, bank: ProjectBank, findings: list[Finding]) -> list[Finding]:
        """The findings of a bank that its baseline does not know."""
        file = baseline_file(bank.project, self.options)
        if file is None or file not in self.baselines:
            return findings
        from dlqa_lint.filters.baseline import without_known  # only where there is one

        # Where some of many that are alike are known, those in changed lines are new.
        last = self._changed(bank) or (lambda _: False)
        return without_known(
            findings,
            self.baselines[file],
            last=last,
            stays=still_there(file.parent, bank.bank.documents),
            everywhere=lambda: self._everywhere(bank, findings),
        )

    def _everywhere(self, bank: ProjectBank, findings: list[Finding]) -> list[Finding]:
        """The findings in all documents of a bank, where some are those in the reported ones."""
        paths = frozenset(document.path for document in bank.bank.documents)
        if bank.bank.reported >= paths:
            return findings
        found = {path: bank.found[path] for path in bank.bank.reported if path in bank.found}
        return self.found(bank._replace(bank=bank.bank._replace(reported=paths), found=found))

    @property
    def notes(self) -> Sequence[str]:
        """What to say about the run that keeps nothing from counting."""
        return self.changes.unasked if self.changes else ()

    def _changed(self, bank: ProjectBank) -> Callable[[Finding], bool] | None:
        if self.changes is None:
            return None
        from dlqa_lint.filters.changed_lines import followed, is_touched  # only where changes count

        lines, sources = self.changes.lines, self.changes.sources
        documents = {document.path: document for document in bank.bank.documents}
        now = {
            path: followed(lines[path], sources[path], documents[path].source)
            for path in lines
            if path in documents
        }
        return is_touched(now, documents)


def scope_of(
    reading: ReadBanks, options: AdoptionOptions, found: Callable[[ProjectBank], list[Finding]]
) -> Scope:
    """What narrows a run: the baselines of its projects, and the changed lines of its documents."""
    baselines: dict[Path, Baseline] = {}
    for bank in reading.banks:
        file = baseline_file(bank.project, options)
        if file and file not in baselines and not options.write_baseline:
            named = bool(options.baseline or bank.project.settings.baseline)
            baseline = read_baseline(file, must_exist=named)
            baselines |= {file: baseline} if baseline else {}
    return Scope(options, found, baselines, _changes(reading, options))


def _changes(reading: ReadBanks, options: AdoptionOptions) -> Changes | None:
    """The lines that the change touched which the options name."""
    if options.since is None and not options.staged:
        return None
    from dlqa_lint.disk import git  # only where changes count
    from dlqa_lint.filters.changed_lines import touched

    documents = {document.path: document for bank in reading.banks for document in bank.bank.documents}
    found = (
        git.staged_changes(documents)
        if options.since is None
        else git.changes_since(options.since, documents)
    )
    lines = {
        path: touched(change, documents[path], whole=options.whole_files) for path, change in found.items()
    }
    sources = {path: document.source for path, document in documents.items()}
    return Changes(lines, sources, git.unasked([*documents, *reading.unstaged]))
