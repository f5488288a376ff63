"""The baseline of each project: where it is, what it holds, which entries are stale, and rewriting it."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dlqa_lint.cli.adoption_options import NONE, AdoptionOptions
from dlqa_lint.cli.banks import ReadBanks
from dlqa_lint.config.settings import Project
from dlqa_lint.disk import files
from dlqa_lint.disk.drafts import write_whole
from dlqa_lint.disk.regular_files import SETTINGS_LIMIT, FileError, read_regular
from dlqa_lint.errors import CannotRunError
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rules import families
from dlqa_lint.text.counts import counted

if TYPE_CHECKING:
    from dlqa_lint.filters.baseline import Baseline, KnownFindings

BASELINE = "dlqa-lint-baseline.json"
"""Where a baseline is written, and looked for, when nothing names one: beside the settings."""


def baseline_file(project: Project, options: AdoptionOptions) -> Path | None:
    """The file of a project's baseline, which need not exist; None where no baseline is wanted."""
    if options.baseline == NONE:
        return None
    if options.baseline:
        file = Path(options.baseline)
    elif project.settings.baseline:
        file = project.root / project.settings.baseline
    elif options.isolated and not options.write_baseline:
        return None
    else:
        file = project.root / BASELINE
    return Path(os.path.abspath(file))  # noqa: PTH100 - links stay links


def stale_notes(
    reading: ReadBanks,
    findings: Sequence[Iterable[Finding]],
    baselines: "Mapping[Path, Baseline]",
    options: AdoptionOptions,
) -> list[str]:
    """What to say about entries of baselines whose findings are gone."""
    if not baselines:
        return []
    from dlqa_lint.filters.baseline import stale  # only where there is one

    notes = []
    for file, baseline in baselines.items():
        found = list(_of_file(file, reading, findings, options))
        documents = [document for bank in reading.banks for document in bank.bank.documents]
        gone = stale(found, baseline, _judge(file.parent, reading), still_there(file.parent, documents))
        if gone:
            count = counted(len(gone), "entry", "entries")
            first = f"{gone[0].rule}: {gone[0].about}"
            notes.append(f"{files.shown(file)}: {count} no longer found ({first}); --write-baseline prunes")
    return notes


def write_baselines(
    reading: ReadBanks, findings: Sequence[Iterable[Finding]], options: AdoptionOptions
) -> list[str]:
    """Write the baseline of each project, and say what was written."""
    from dlqa_lint.filters.baseline import Baseline, text_of, updated  # only where one is written

    told = []
    places = {baseline_file(bank.project, options): bank.project.root for bank in reading.banks}
    for file, root in places.items():
        if file is None:
            continue
        before = read_baseline(file, must_exist=False) or Baseline(str(file.parent))
        if not options.baseline:
            _require_inside(root, file)
        found = list(_of_file(file, reading, findings, options))
        after = updated(found, before, _judge(file.parent, reading))
        write_whole(file, text_of(after).encode("utf-8", "backslashreplace"))
        gone = len({entry.key for entry in before.entries} - {entry.key for entry in after.entries})
        known = sum(entry.count for entry in after.entries)
        pruned = f", {counted(gone, 'entry', 'entries')} pruned" if gone else ""
        told.append(f"wrote {files.shown(file)}: {counted(known, 'known finding')}{pruned}")
    return told


def _require_inside(root: Path, file: Path) -> None:
    """Refuse to write where settings or a link lead that a stranger may have sent, unless the user says so."""
    if not files.real(file).is_relative_to(files.real(root)):
        shown = files.shown(file)
        raise CannotRunError(
            f"{shown}: leads out of the folder of the settings, {files.shown(root)}, expected a baseline in it; "
            f"to write it there all the same, say --baseline {shown}"
        )


def _of_file(
    file: Path, reading: ReadBanks, findings: Sequence[Iterable[Finding]], options: AdoptionOptions
) -> Iterable[Finding]:
    """The findings of the projects that share a baseline."""
    for bank, found in zip(reading.banks, findings, strict=True):
        if baseline_file(bank.project, options) == file:
            yield from found


def still_there(folder: Path, documents: Iterable[Document]) -> "Callable[[KnownFindings, Finding], bool]":
    """Tells whether the file of a baseline's entry, and in it the question that it is about, is still there.

    Folders are listed, as runs remember that. A file that was not read holds what it held.
    """
    asked = {
        files.real(Path(document.path)): {question.plain_text for question in document.questions}
        for document in documents
    }

    def stays(entry: "KnownFindings", finding: Finding) -> bool:
        from dlqa_lint.filters.baseline import about  # only where there is one

        path = folder / entry.path
        if files.absent([path.as_posix()]):
            return False
        questions = asked.get(files.real(path))
        return finding.question is None or not questions or entry.about in map(about, questions)

    return stays


def _judge(folder: Path, reading: ReadBanks) -> "Callable[[KnownFindings], bool]":
    """Tells whether a run would have found what an entry knows, were it still there."""
    from dlqa_lint.filters.baseline import about  # only where there is one

    ran: dict[Path, set[str]] = {}
    unread = set[str]()
    for bank in reading.banks:
        names = {rule.name for rule in bank.rules}
        ran |= dict.fromkeys((files.real(Path(path)) for path in bank.bank.reported), names)
        others = (document for document in bank.bank.documents if document.path not in bank.bank.reported)
        unread |= {about(question.plain_text) for document in others for question in document.questions}

    def judges(entry: "KnownFindings") -> bool:
        path = files.real(folder / entry.path)
        if entry.rule not in families():
            return True
        if files.absent([path.as_posix()]):  # it may have been moved to where the run did not look
            return entry.about not in unread
        return entry.rule in ran.get(path, ())

    return judges


def read_baseline(file: Path, *, must_exist: bool) -> "Baseline | None":
    """The baseline of a file, None where there is none.

    Raises FileError where the file cannot be read, or has to exist and does not.
    """
    shown = files.shown(file)
    # To ask first whether it exists would leave no trace by which a remembered run is known to be stale.
    try:
        text = read_regular(file, shown, SETTINGS_LIMIT).decode("utf-8-sig")
    except FileNotFoundError:
        if must_exist:
            raise FileError(f"{shown}: there is no such baseline; --write-baseline writes it") from None
        return None
    except UnicodeDecodeError:
        raise FileError(f"{shown}: is not UTF-8, and so not a baseline") from None
    from dlqa_lint.filters.baseline import parsed  # only where there is one

    return parsed(text, str(file.parent), shown)
