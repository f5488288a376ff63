"""A bank whose files were renamed: what changed, said, shown as a difference, or written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.cli.bank_changes import ChangeOptions
from dlqa_lint.cli.output import put_diff, say, wants_color
from dlqa_lint.edits.file_renames import RenamedSeries
from dlqa_lint.edits.file_series import spelled_number
from dlqa_lint.edits.moved_links import Moves, moved
from dlqa_lint.model.bank import Document
from dlqa_lint.text.counts import how_many
from dlqa_lint.text.source import Source
from dlqa_lint.text.visible import shown_document

Documents = Mapping[str, Document]


class RenamedBank(NamedTuple):
    """A bank with files renamed: the documents before, by their old paths, and after, by their new ones."""

    before: Documents
    after: Documents
    series: Sequence[RenamedSeries]
    moves: Moves

    def rows(self) -> Iterator[dict[str, str]]:
        """The old and new numbers and paths of what moves."""
        for renamed in self.series:
            for old, new in renamed.moves.items():
                name = old.rpartition("/")[2]
                yield {"path": new, "old_path": old, "old": spelled_number(name), "new": renamed.new[name]}

    def changed(self) -> Iterator[tuple[Source, Source]]:
        """The texts that change, or are in files that do."""
        for path, document in self.before.items():
            now = self.after[moved(path, self.moves)]
            if document.source.text != now.source.text or path != now.path:
                yield document.source, now.source


def hand_over(done: Sequence[RenamedBank], rows: Sequence[Mapping[str, str]], options: ChangeOptions) -> int:
    """Rename and write, or show it, and say it; the exit code is 1 for a change that is only shown."""
    changed = [pair for bank in done for pair in bank.changed()]
    if options.diff:
        colour = wants_color(options.color)
        put_diff("".join(_diff(before, now, colour=colour) for before, now in changed), colour=colour)
        return int(bool(rows))
    from dlqa_lint.disk.renaming import renamed  # only where files are renamed
    from dlqa_lint.disk.writing import NewContent, write

    changes = [NewContent(now.path, before.to_bytes(), now.to_bytes()) for before, now in changed]
    with renamed({old: new for bank in done for old, new in bank.moves.items()}):
        write(changes, {path for bank in done for path in bank.after})
    if not options.quiet:
        say(_lines(done, rows))
    return 0


def _lines(done: Sequence[RenamedBank], rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Old and new names for people, and what they come to."""
    for row in rows:
        yield f"{row['old_path']} → {row['path']}"
    texts = sum(before.text != now.text for bank in done for before, now in bank.changed())
    if rows or texts:
        yield f"renamed {how_many(len(rows), 'file')}; changed the text of {how_many(texts, 'file')}"
    else:
        yield "nothing to rename: the files are in step"


def _diff(before: Source, now: Source, *, colour: bool) -> str:
    """The change of a file as git writes it, with its new name."""
    from dlqa_lint.fixer.diff import name_in_diff, unified  # difflib only where a diff is shown

    if before.path == now.path:
        return unified(before, now, colour=colour)
    old, new = name_in_diff(before.path), name_in_diff(now.path)
    head = f"diff --git {old} {new}\nrename from {old}\nrename to {new}\n"
    return shown_document(head) + unified(before, now, colour=colour)
