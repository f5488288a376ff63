"""Changes that somebody asks for: made all at once, and proved as fixes are.

What a question that comes or goes brings along is compared with nothing; all the rest must stay as a safe
fix leaves it, but for numbers that are right and change all the same.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from dlqa_lint.errors import CannotRunError
from dlqa_lint.fixer.edits import apply, translated
from dlqa_lint.fixer.proof import breaches
from dlqa_lint.fixer.refusal_report import diff_of
from dlqa_lint.fixer.trace import Trace, TracedEdit
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit
from dlqa_lint.text.source import Source

_SHOWN = 10

Documents = Mapping[str, Document]
Read = Callable[[Source, Document], Document]
"""Reads a changed source as its document was read."""


class UnprovedError(CannotRunError):
    """A change that does not keep what it has to; nothing may be written."""

    def __init__(self, what: str, problems: Sequence[str], diff: str) -> None:
        more = [f"  and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        super().__init__(
            f"found that to {what} here would lose something, and nothing was written; this is a bug in dlqa-lint, "
            "please report it with this diff:",
            *problems[:_SHOWN],
            *more,
            *diff.splitlines(),
        )


def applied(documents: Documents, edits: Iterable[Edit], read: Read) -> dict[str, Document]:
    """The documents with edits made."""
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    changed = {
        path: read(apply(documents[path].source, made), documents[path]) for path, made in by_path.items()
    }
    return {**documents, **changed}


def prove(
    what: str, sides: tuple[Documents, Documents], edits: Iterable[Edit], loose: Collection[Edit] = ()
) -> None:
    """Raise UnprovedError unless the documents after keep what those before have.

    `loose` are the edits whose text, before and after, is compared with nothing; where a question came or
    went, the side that has it is given without it.
    """
    before, after = sides
    freed = {}
    by_path: dict[str, set[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, set()).add(edit)
    for path, made in by_path.items():
        source = before[path].source
        traced = [TracedEdit(edit.span, len(translated(edit, source)), edit in loose) for edit in made]
        freed[path] = Trace.start(len(source.text)).after(traced).freed()
    found = list(breaches(before, after, freed, by_hand=True))
    if found:
        sources = [{path: side[path].source for path in by_path} for side in sides]
        lines = [
            f"  {breach.path}:{_line(before, breach.path, breach.offset)}: {breach.message}"
            for breach in found
        ]
        raise UnprovedError(what, lines, diff_of(*sources))


def _line(documents: Documents, path: str, offset: int) -> int:
    return documents[path].source.position(offset).line if path in documents else 1
