"""The map of `renumber`: old and new numbers, in a file that may overwrite nothing but an older map."""

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from dlqa_lint.cli.options import UsageError
from dlqa_lint.disk import files
from dlqa_lint.disk.drafts import write_whole
from dlqa_lint.disk.named_files import require_in_place
from dlqa_lint.disk.presence import is_folder, is_there
from dlqa_lint.disk.regular_files import DOCUMENT_LIMIT, read_regular
from dlqa_lint.errors import CannotRunError
from dlqa_lint.report.parts.document import dumps

_TELLING = {"old", "new"}
"""What every entry of a map says."""


def require_free(path: str, documents: Collection[str]) -> None:
    """Raise CannotRunError where a map would take the place of a document, or of any file that is not a map."""
    if files.real(Path(path)) in {files.real(Path(document)) for document in documents}:
        raise UsageError(f"--map {path}: found a document that is read here, expected a file of its own")
    if not is_folder(Path(path).absolute().parent):
        raise CannotRunError(f"--map {path}: the folder does not exist; make it first")
    try:
        data = read_regular(path, f"--map {path}", DOCUMENT_LIMIT)
    except FileNotFoundError:
        data = b""
    require_in_place(path)
    if data and not _is_map(data):
        raise UsageError(
            f"--map {path}: found a file that is not a map of old and new numbers, expected a new file or an older "
            "map; name another one"
        )


def write_map(path: str, entries: Sequence[Mapping[str, object]]) -> None:
    """Write a map; where nothing was renumbered, a map that is there says more than an empty one, and stays."""
    if entries or not is_there(path):
        write_whole(Path(path), dumps(entries).encode("utf-8", "backslashreplace"))


def _is_map(data: bytes) -> bool:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, list) and all(
        isinstance(entry, dict) and entry.keys() >= _TELLING for entry in found
    )
