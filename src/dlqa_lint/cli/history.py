"""The past of a bank: what its documents held at earlier commits, read by the settings and rules of today."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path, PurePosixPath

from dlqa_lint.cli.banks import BankReader, ProjectBank, ReadBanks, originals_of
from dlqa_lint.cli.linting import findings_of
from dlqa_lint.cli.options import ReadingOptions
from dlqa_lint.cli.parsing import Parsed, Task, parsed
from dlqa_lint.cli.progress import Progress
from dlqa_lint.config.settings import Project
from dlqa_lint.disk import files, globs
from dlqa_lint.disk.cache import Store
from dlqa_lint.disk.git_history import Commit, History, history
from dlqa_lint.disk.regular_files import MEGABYTE
from dlqa_lint.links.answer_files import answered
from dlqa_lint.links.local_files import local_files
from dlqa_lint.model.bank import Bank
from dlqa_lint.model.finding import Finding
from dlqa_lint.page import Moment
from dlqa_lint.page.listing import by_severity
from dlqa_lint.page.tallies import total_of
from dlqa_lint.text.paths import MARKDOWN
from dlqa_lint.text.source import Source, UnreadableSourceError

Read = Mapping[tuple[str, str], Parsed]
"""What was read, by the path of a document and the name of its content."""

Banks = Mapping[Path | None, ProjectBank]
"""The banks of today, by the settings file of their project."""


def moments(reading: ReadBanks, options: ReadingOptions, most: int) -> list[Moment]:
    """The bank at up to `most` commits, the oldest first."""
    banks = {bank.project.file: bank for bank in reading.banks}
    reader = BankReader(options, lints=True)
    belongs = _belonging(reader, options, banks)
    paths = [document.path for bank in reading.banks for document in bank.reported]
    around = list(_around(reading, options.paths))
    past = history(paths, around, most, belongs, options.max_document_size * MEGABYTE)
    read = _read(past, reader, options)
    found = []
    with Progress("looking back", len(past.commits), quiet=options.quiet) as progress:
        for commit in past.commits:
            found.append(_moment(commit, read, reader, banks, quiet=options.quiet))
            progress.advance()
    return found


def _around(reading: ReadBanks, paths: Sequence[str]) -> Iterator[Path]:
    """The files and folders that hold all that a run could mean, with no pattern in their names."""
    included = [
        bank.project.root / globs.literal_folder(pattern)
        for bank in reading.banks
        for pattern in bank.project.include
    ]
    if included and not paths:
        yield from included
        return
    for path in paths or ["."]:
        yield Path(*takewhile(lambda part: not globs.is_glob(part), Path(path).parts))


def _belonging(reader: BankReader, options: ReadingOptions, banks: Banks) -> Callable[[str], bool]:
    """What says whether a path would be read if it were there today."""
    today = {document.path for bank in banks.values() for document in bank.reported}

    def belongs(path: str) -> bool:
        if path in today:
            return True
        file = Path(path)
        project = reader.project(file.parent)
        return (
            file.suffix.lower() in MARKDOWN
            and project.file in banks
            and not project.exclusion(file)
            and not any(map(files.reason_by_name, file.parts[:-1]))
            and _is_named(path, project, options.paths)
        )

    return belongs


def _is_named(path: str, project: Project, paths: Iterable[str]) -> bool:
    """Whether paths of the command line mean a file or, where there are none, the settings or the current folder do."""
    if not paths and project.include:
        return project.includes(Path(path))
    return any(
        _is_below(path, files.shown(Path(given))) or (globs.is_glob(given) and globs.matches(path, given))
        for given in paths or ["."]
    )


def _is_below(path: str, around: str) -> bool:
    """Whether a path is another one, or lies in the folder of that name."""
    file, folder = PurePosixPath(path), PurePosixPath(around)
    return file.is_relative_to(folder) and (bool(folder.parts) or file.parts[0] != "..")


def _read(past: History, reader: BankReader, options: ReadingOptions) -> Read:
    """Every document of every commit, each content once; what is no text is left out."""
    tasks: dict[tuple[str, str], Task] = {}
    for commit in past.commits:
        for path, blob in commit.documents.items():
            if (path, blob) not in tasks:
                task = _task(path, past.contents[blob], reader)
                tasks |= {(path, blob): task} if task else {}
    # The store keeps one text for each path, and that is the one of today.
    made = parsed(list(tasks.values()), Store(None), options.jobs)
    return dict(zip(tasks, made, strict=True))


def _task(path: str, data: bytes, reader: BankReader) -> Task | None:
    try:
        source = Source.from_bytes(path, data)
    except UnreadableSourceError:
        return None
    project = reader.project(Path(path).parent)
    return reader.over([path], {path: source}).task(path, project, reader.rules(project))


def _moment(commit: Commit, read: Read, reader: BankReader, banks: Banks, *, quiet: bool) -> Moment:
    """What there was, and what is found in it, at one commit."""
    held: dict[Path | None, list[Parsed]] = {}
    for path, blob in sorted(commit.documents.items()):
        if (path, blob) in read:
            held.setdefault(reader.project(Path(path).parent).file, []).append(read[path, blob])
    made = [_bank(banks[file], commit, here) for file, here in held.items()]
    findings: list[Finding] = [finding for bank in made for finding in findings_of(bank, quiet=quiet)]
    total = total_of(
        document for bank in made for document in answered(bank.bank.documents) if document.is_bank
    )
    date = datetime.fromtimestamp(commit.seconds, UTC).date().isoformat()
    return Moment(commit.short, date, commit.seconds, total.questions, total.answered, *by_severity(findings))


def _bank(today: ProjectBank, commit: Commit, held: Sequence[Parsed]) -> ProjectBank:
    """The bank of a project at a commit; a file counts as absent that was not there and is not there today."""
    documents = tuple(result.document for result in held)
    found = {result.document.path: result.findings for result in held}
    absent = files.absent(local_files(documents))
    held_then = commit.files if absent else ()
    there = {str(above) for path in held_then for above in (path, *PurePosixPath(path).parents)}
    bank = Bank(
        documents,
        frozenset(found),
        today.bank.whole,
        frozenset(path for path in absent if path.rstrip("/") not in there),
        originals=originals_of(today.project, found),
    )
    return ProjectBank(today.project, bank, today.rules, found)
