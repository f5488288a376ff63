"""What keeps files from being renamed: neighbours, settings and translations that would not follow, and other files."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dlqa_lint.cli.baselines import BASELINE
from dlqa_lint.cli.editable_banks import Workbench, files_around
from dlqa_lint.disk import files
from dlqa_lint.disk.regular_files import SETTINGS_LIMIT, read_regular
from dlqa_lint.edits.file_renames import RenamedSeries
from dlqa_lint.edits.file_series import numbers_of, spelled_number
from dlqa_lint.edits.moved_links import Moves, left_behind, moved, moved_links
from dlqa_lint.errors import CannotRunError
from dlqa_lint.language.translations import name_in_all_languages
from dlqa_lint.links.ordinary_documents import with_links
from dlqa_lint.model.bank import Document
from dlqa_lint.recognise import recognise
from dlqa_lint.text.paths import MARKDOWN, slashed
from dlqa_lint.text.source import Source, Span

_SHOWN = 10


def neighbours(bench: Workbench, found: Sequence[RenamedSeries]) -> Iterator[str]:
    """What is beside the files of series and would lose its number, or is in the way of a new one."""
    for renamed in found:
        series, changing = renamed.series, renamed.changing
        if not changing:
            continue
        folder = series.folder and f"{series.folder}/"
        names = {name for _, name in series.names}
        read = {renamed.name_of(slashed(path)) for path in bench.project.bank.reported}
        for name in sorted(names - read):
            yield f"{folder}{name}: is one of the files that count, and was not read; give all of them"
        concerned = {int(number) for old, new in changing.items() for number in (spelled_number(old), new)}
        counted = {
            name for each in found if each.series.folder == series.folder for _, name in each.series.names
        }
        for name in sorted(bench.bank.beside.get(series.folder, frozenset()) - counted):
            if numbers_of([name]) & concerned:
                yield f"{folder}{name}: has one of the numbers that change, and would not follow"


def treated_otherwise(bench: Workbench, moves: Moves) -> Iterator[str]:
    """The documents to which settings, or what their paths say of translations, would no longer apply."""
    project = bench.project.project
    paths = [document.path for document in bench.project.bank.documents]
    for path in paths:
        new = moved(path, moves)
        if new != path and not project.treats_alike(Path(path), Path(new)):
            yield f"{path}: the settings treat {new} otherwise; let their patterns fit both names first"
    before, after = (_translations(paths, where) for where in ({}, moves))
    for group in sorted(map(sorted, before ^ after)):
        yield f"{group[0]}: would no longer have the name of its translation {group[-1]}; renumber these together"


def _translations(paths: Iterable[str], moves: Moves) -> set[frozenset[str]]:
    """The documents, by their old paths, that are translations of each other after some moves."""
    groups: dict[str, set[str]] = {}
    for path in paths:
        groups.setdefault(name_in_all_languages(moved(path, moves)), set()).add(path)
    return {frozenset(group) for group in groups.values() if len(group) > 1}


def named_elsewhere(bench: Workbench, documents: Mapping[str, Document], moves: Moves) -> Iterator[str]:
    """The places that name what moves in words, code, other web addresses or other kinds of files."""
    for document in documents.values():
        following = [edit.span for edit in moved_links(document, moves)]
        yield from _named_in(document.source, moves, [*following, *_links_elsewhere(document, moves)])
    project = bench.project.project
    baseline = files.real(project.root / (project.settings.baseline or BASELINE))
    for file in files_around(bench.project, bench.chosen):
        path = files.shown(file)
        # A baseline names files, and is written anew by its own option.
        if path in documents or files.real(file) == baseline:
            continue
        source = _text_of(path)
        if source and any(left_behind(source.text, path, moves)):
            is_markdown = file.suffix.lower() in MARKDOWN
            known = _links_elsewhere(with_links(recognise(source, None)), moves) if is_markdown else ()
            yield from _named_in(source, moves, known)


def _named_in(source: Source, moves: Moves, known: Collection[Span]) -> Iterator[str]:
    for mention in left_behind(source.text, source.path, moves, known):
        line = source.position(mention.offset).line
        yield f"{source.path}:{line}: names {mention.path} in a way that cannot follow"


def _links_elsewhere(document: Document, moves: Moves) -> list[Span]:
    """The targets of links to files that do not move, whatever their names."""
    following = [edit.span for edit in moved_links(document, moves)]
    links = [link for link in (*document.links, *document.pictures) if _is_beside(link.target)]
    spans = [link.target_span for link in links]
    return [span for span in spans if not any(_holds(span, edit) for edit in following)]


def _holds(span: Span, inner: Span) -> bool:
    return span.start <= inner.start and inner.end <= span.end


def _is_beside(target: str) -> bool:
    """Whether a link is one whose file is known, so that it follows if it has to."""
    return "://" not in target and not target.startswith("/")


def _text_of(path: str) -> Source | None:
    """The text of a file of any kind; None for a binary one, or a large one, which names nothing."""
    try:
        return Source.from_bytes(path, read_regular(path, path, SETTINGS_LIMIT))
    except (CannotRunError, OSError):
        return None


def refuse(problems: Iterable[str]) -> None:
    """Raise CannotRunError where anything keeps the files from being renamed."""
    found = list(problems)
    if found:
        more = [f"and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
        raise CannotRunError(*found[:_SHOWN], *more, "put these right first; nothing was renamed")
