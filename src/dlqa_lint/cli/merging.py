"""Merging three versions of a document by its schema: the seam between their bytes and the merge."""

from pathlib import Path
from typing import NamedTuple

from dlqa_lint.cli.output import complain
from dlqa_lint.config import settings
from dlqa_lint.disk.git_merge import Markers, merge_file
from dlqa_lint.errors import CannotRunError
from dlqa_lint.merging import PuzzleError, merge
from dlqa_lint.model.bank import Document
from dlqa_lint.model.schema import Schema
from dlqa_lint.recognise import recognise
from dlqa_lint.text.source import Source, UnreadableSourceError

_LIMIT = 2_000_000
"""The most bytes of a version that is merged by questions; with so many it takes about fifteen seconds."""


class Texts(NamedTuple):
    """The bytes of the three versions."""

    base: bytes
    ours: bytes
    theirs: bytes


def merged_by_questions(texts: Texts, path: str, markers: Markers) -> tuple[bytes, int]:
    """The merged bytes, and the number of conflicts in them; PuzzleError where it is not understood."""
    if max(map(len, texts)) > _LIMIT:
        raise PuzzleError("it is too large to be read three times")
    try:
        base, ours, theirs = (Source.from_bytes(path, data) for data in texts)
    except UnreadableSourceError as error:
        raise PuzzleError("it is not UTF-8 text") from error
    schema = _schema_of(path)

    def read(source: Source) -> Document:
        return recognise(source, schema)

    def merge_text(mine: str, before: str, other: str) -> tuple[str, int]:
        merged, conflicts = merge_file(mine.encode(), before.encode(), other.encode(), markers)
        return merged.decode(), conflicts

    made = merge(base, ours, theirs, read, merge_text)
    return made.text.encode(), made.conflicts


def _schema_of(path: str) -> Schema | None:
    """The schema that the settings give a document; none where they cannot be read, as in mid-merge they may not."""
    try:
        file = settings.nearest(Path(path).parent)
        return _schema_in(file, path) if file else None
    except (CannotRunError, OSError) as error:
        complain([f"{path}: its schema cannot be read, and is learned from the document: {error}"])
        return None


def _schema_in(file: Path, path: str) -> Schema | None:
    """The schema that a settings file gives a document, if any."""
    from dlqa_lint.cli.projects import AUTO  # only with settings
    from dlqa_lint.cli.selection import rule_names
    from dlqa_lint.config.schema_files import load_schema

    project = settings.load(file, rule_names())
    name = project.schema_name(Path(path))
    return load_schema(name, project.root) if name not in ("", AUTO) else None
