"""`renumber --files`: files whose names count get the numbers of their places, and links follow them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from dlqa_lint.cli.bank_changes import ChangeOptions, note, reread
from dlqa_lint.cli.editable_banks import Workbench
from dlqa_lint.cli.number_maps import require_free, write_map
from dlqa_lint.cli.options import UsageError
from dlqa_lint.cli.rename_checks import named_elsewhere, neighbours, refuse, treated_otherwise
from dlqa_lint.cli.renamed_banks import Documents, RenamedBank, hand_over
from dlqa_lint.disk import files
from dlqa_lint.edits.file_renames import RenamedSeries, number_edits, renamed_series
from dlqa_lint.edits.file_series import file_series, numbered_folders, spelled_number
from dlqa_lint.edits.mentions import Mentions
from dlqa_lint.edits.moved_links import Moves, moved, moved_links, numbered_links
from dlqa_lint.edits.renumber import ObstacleError, united
from dlqa_lint.errors import CannotRunError
from dlqa_lint.fixer.edits import apply
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit
from dlqa_lint.text.source import Source


def rename_files(
    benches: Iterable[Workbench], first: int | None, map_file: str | None, options: ChangeOptions
) -> int:
    """Rename, prove, write, and print old and new names; `first` is the number to begin with."""
    benches = [_with_neighbours(bench) for bench in benches]
    found = [_series(bench, first) for bench in benches]
    count = sum(map(len, found))
    if not count:
        raise CannotRunError(
            "renumber --files: found no files of one question whose names count, expected some such as "
            "q1.md, q2.md and q3.md"
        )
    if first is not None and count > 1:
        raise UsageError(f"--from numbers one series of files, found {count}; name one by its folder")
    if map_file:
        require_free(map_file, [path for bench in benches for path in bench.documents])
    done = [_renamed(bench, series, first) for bench, series in zip(benches, found, strict=True)]
    notes = (f"{each.series.folder or '.'}: {each.note}" for all_ in found for each in all_ if each.note)
    note(notes, quiet=options.quiet)
    rows = [row for bank in done for row in bank.rows()]
    code = hand_over(done, rows, options)
    if map_file and not options.diff:
        write_map(map_file, rows)
    return code


def _with_neighbours(
    bench: Workbench, documents: Documents | None = None, moves: Moves = MappingProxyType({})
) -> Workbench:
    """A bench that knows which names are beside those of its documents; after some moves, with new documents."""
    own = [document.path for document in bench.project.bank.documents]
    beside = files.names_in(numbered_folders(own))
    if documents is not None:
        beside = {moved(folder, moves): _names(folder, names, moves) for folder, names in beside.items()}
        chosen = frozenset(moved(path, moves) for path in bench.chosen)
        bench = replace(bench.changed(documents), chosen=chosen)
    return replace(bench, bank=bench.bank._replace(beside=beside))


def _names(folder: str, names: Iterable[str], moves: Moves) -> frozenset[str]:
    """The names in a folder after some moves."""
    return frozenset(
        moved(f"{folder}/{name}" if folder else name, moves).rpartition("/")[2] for name in names
    )


def _series(bench: Workbench, first: int | None) -> list[RenamedSeries]:
    """The series that have a file among the chosen documents, with their new numbers."""
    found = [
        series
        for series in file_series(bench.bank)
        if any(file.document.path in bench.chosen for file in series.files)
    ]
    return [renamed_series(series, first) for series in found]


def _renamed(bench: Workbench, found: Sequence[RenamedSeries], first: int | None) -> RenamedBank:
    """A bank after its files were renamed, proved; a second time would change nothing."""
    from dlqa_lint.fixer.moved_files import astray  # only where files are renamed
    from dlqa_lint.fixer.requested_changes import UnprovedError, applied, prove

    moves = {old: new for renamed in found for old, new in renamed.moves.items()}
    refuse(neighbours(bench, found))
    refuse(treated_otherwise(bench, moves))
    made = _number_edits(bench, found, moves)
    numbered = applied(bench.documents, made, reread)
    prove("renumber files", (bench.documents, numbered), made, made)
    refuse(named_elsewhere(bench, numbered, moves))
    after = _moved(numbered, moves)
    problems = list(astray(numbered, after, lambda path: moved(path, moves)))
    again = _series(_with_neighbours(bench, after, moves), first)
    problems += [f"  {path}: a second run would rename it" for renamed in again for path in renamed.moves]
    if problems:
        raise UnprovedError("rename files", problems, "")
    return RenamedBank(bench.documents, after, found, moves)


def _number_edits(bench: Workbench, found: Sequence[RenamedSeries], moves: Moves) -> Sequence[Edit]:
    """The edits of all numbers that go with the names: in the documents, and before links to them."""
    mentions = Mentions(LinkMap(bench.bank), bench.parts)
    numbers = {
        old: (int(spelled_number(renamed.name_of(old))), int(renamed.changing[renamed.name_of(old)]))
        for renamed in found
        for old in renamed.moves
    }
    try:
        edits = [edit for renamed in found for edit in number_edits(renamed, mentions)]
        for document in bench.bank.documents:
            edits += numbered_links(document, moves, numbers)
        return united(bench.bank.documents[0], edits)
    except ObstacleError as error:
        raise CannotRunError(f"{error}; nothing was renamed") from error


def _moved(documents: Documents, moves: Moves) -> Documents:
    """The documents with their new paths, by these, and with links that follow."""
    after = dict[str, Document]()
    for path, document in documents.items():
        source = apply(document.source, moved_links(document, moves))
        new = moved(path, moves)
        same = new == path and source.text == document.source.text
        after[new] = document if same else reread(Source(new, source.to_bytes().decode()), document)
    return after
