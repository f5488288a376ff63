"""Learn a schema from the documents, write it and the settings, and show what they would report."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from dlqa_lint.cli.banks import read_banks
from dlqa_lint.cli.explaining import named, settings_text, shapes, summary
from dlqa_lint.cli.linting import findings_of, report_of
from dlqa_lint.cli.options import STDIN, ReadingOptions, UsageError, add_reading, options_of
from dlqa_lint.cli.output import complain, put, say
from dlqa_lint.cli.projects import AUTO
from dlqa_lint.config import settings
from dlqa_lint.config.settings import Project
from dlqa_lint.config.write import comment
from dlqa_lint.disk import files
from dlqa_lint.disk.drafts import write_all
from dlqa_lint.disk.presence import is_link, is_there
from dlqa_lint.errors import CannotRunError
from dlqa_lint.model.bank import Document
from dlqa_lint.report.parts.statistics import statistics
from dlqa_lint.text.paths import MARKDOWN

SETTINGS = "dlqa-lint.toml"
_SHOWN = 5


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    parser.add_argument("--force", action="store_true", help="overwrite settings and schemas that exist")
    parser.add_argument(
        "--merge-driver",
        action="store_true",
        help="let git merge documents by questions in this repository, and write nothing else",
    )


def run(options: Namespace) -> int:
    """Learn, write, and count what a check with the new settings finds."""
    if options.merge_driver:
        from dlqa_lint.cli.merge_setup import set_up  # once for each clone

        if options.paths:
            raise UsageError("init --merge-driver sets up the whole repository and takes no paths")
        return set_up()
    asked = options_of(ReadingOptions, options)
    if asked.schema not in (None, AUTO):
        raise UsageError("--schema and init contradict each other: a schema that is given is not learned")
    if STDIN in asked.paths:
        raise UsageError("init writes the names of files into the settings and does not read standard input")
    reading = read_banks(asked._replace(schema=AUTO))
    documents = [
        document for bank in reading.banks if not _has_settings(bank.project) for document in bank.reported
    ]
    banks = [document for document in documents if document.is_bank]
    _require_learnable(banks, documents)
    tree = (path.as_posix() for path, dropped in files.walk(Path()) if dropped is None and _is_markdown(path))
    found = named(shapes(banks), tree)
    target = _settings_file()
    texts = {target: _introduced(settings_text(found)), **{item.file: item.shape.text for item in found}}
    _write(texts, force=options.force)
    lines = [f"wrote {target}", *(f"wrote {item.file}: {summary(item)}" for item in found)]
    lines += _left_out([document for document in documents if not document.is_bank])
    say([*lines, "", "with these settings, dlqa-lint reports:"])
    put(_counts(asked, target))
    return complain(reading.problems)


def _require_learnable(banks: Iterable[Document], documents: Iterable[Document]) -> None:
    """Refuse what no settings in the current folder can describe."""
    if not (paths := [document.path for document in banks]):
        why = "; ".join(f"{document.path}: {document.evidence}" for document in list(documents)[:3])
        raise CannotRunError(f"found no question document to learn from ({why})")
    outside = [path for path in paths if PurePosixPath(path).is_absolute() or path.startswith("../")]
    if outside:
        raise CannotRunError(
            f"{outside[0]}: is not below the current folder, where init writes; run it in a folder that is "
            "above all documents"
        )


def _left_out(documents: Sequence[Document]) -> list[str]:
    """A line for each document that asks nothing, and one for those beyond the first few."""
    lines = [f"left out {document.path}: {document.evidence}" for document in documents[:_SHOWN]]
    rest = len(documents) - len(lines)
    return [*lines, f"left out {rest} more; --show-files says why"] if rest else lines


def _has_settings(project: Project) -> bool:
    """Whether documents belong to settings further down, which would win over those that are written here."""
    here = Path.cwd()
    return project.file is not None and project.root != here and project.root.is_relative_to(here)


def _is_markdown(path: Path) -> bool:
    return path.suffix.lower() in MARKDOWN


def _settings_file() -> str:
    """The settings file to write: the hidden one where it exists, because it would win over any other."""
    hidden = settings.FILES[0]
    return hidden if is_there(hidden) else SETTINGS


def _introduced(text: str) -> str:
    head = [
        *comment(
            "Settings of dlqa-lint: `dlqa-lint` without paths checks the included documents by their schema."
        ),
        *comment("`dlqa-lint schema --json-schema settings` describes all keys, for editors."),
    ]
    return "\n".join([*head, "", text])


def _write(texts: Mapping[str, str], *, force: bool) -> None:
    """Write all files, or none where one exists that must stay or cannot be written."""
    existing = [name for name in texts if is_there(name)]
    nearest = settings.nearest(Path())
    # Settings in pyproject.toml would be shadowed by the new file without a word.
    if nearest and nearest.name == "pyproject.toml" and nearest.parent == Path.cwd():
        existing.append("pyproject.toml ([tool.dlqa-lint])")
    if existing and not force:
        raise CannotRunError(f"found {', '.join(existing)} already; nothing was written; --force overwrites")
    if link := next((name for name in texts if is_link(name)), None):
        raise CannotRunError(f"{link}: is a symbolic link; nothing was written")
    write_all({Path(name): text.encode() for name, text in texts.items()})


def _counts(asked: ReadingOptions, file: str) -> str:
    """How many findings each rule has under the new settings, which are read again as any run reads them."""
    fresh = asked._replace(paths=(), schema=None, isolated=False, config=file)
    reading = read_banks(fresh, lints=True)
    findings = [findings_of(bank, quiet=False) for bank in reading.banks]
    return statistics(report_of(reading.banks, findings, color="auto"))
