"""The file system: which files there are to lint, and their bytes."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dlqa_lint.disk import globs
from dlqa_lint.disk.gitignore import Ignores
from dlqa_lint.disk.regular_files import DOCUMENT_LIMIT, FileError, read_regular, within
from dlqa_lint.disk.repositories import root_of
from dlqa_lint.text.paths import MARKDOWN

_SKIPPED_FOLDERS = frozenset({"node_modules", "venv", "__pycache__", "site-packages"})

Judge = Callable[[Path], str | None]
"""Says which filter of the settings drops a file, or None."""

Candidate = tuple[Path, str | None]
"""A path that was found, and the filter that dropped it on the way, or None."""


_RAISED = "; --max-document-size MB allows more"


class Dropped(NamedTuple):
    """A file or folder that is not linted, and the filter that dropped it."""

    path: str
    reason: str


class Listing(NamedTuple):
    """The files to lint, each once, and what was dropped on the way; paths are as reports print them."""

    files: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def find(paths: Iterable[str], judge: Judge, *, force_exclude: bool = False) -> Listing:
    """The files that paths name: files, folders (the Markdown below them) and glob patterns.

    A file that is named itself is linted whatever the filters say, unless `force_exclude`. Raises FileError
    for a path that does not exist, a folder without Markdown, and a pattern that matches nothing.
    """
    named: dict[Path, None] = {}
    candidates: list[Candidate] = []
    for name in paths:
        path = Path(name)
        if not os.path.lexists(name):
            candidates += _glob(name)
        elif path.is_dir():
            candidates += _folder(path, forced=force_exclude)
        elif force_exclude:
            candidates.append((path, Ignores(path.parent, forced=True).reason(path, is_folder=False)))
        else:
            named[path] = None
    return _listing(candidates, judge, named)


def find_included(root: Path, patterns: Sequence[str], judge: Judge) -> Listing:
    """The files of a project that the patterns of its settings match; each must match at least one."""
    candidates: list[Candidate] = []
    # A pattern, or a link to a folder in it, may lead out of the project, and a whole disk takes long to walk.
    top = root_of(real(root)) or real(root)
    for pattern in patterns:
        start = root / globs.literal_folder(pattern)
        # A pattern that names an ending (`*.txt`) means files with that ending, any other means Markdown.
        endings = (*MARKDOWN, Path(pattern).suffix.lower() or ".md")
        below: Iterable[Candidate] = ()
        if real(start).is_relative_to(top):
            below = walk(start, top=top) if start.is_dir() else [(start, None)] if start.is_file() else ()
        matched = [
            (path, reason)
            for path, reason in below
            if path.suffix.lower() in endings and globs.matches(_relative(path, root), pattern)
        ]
        if not matched:
            raise FileError(
                f'the include pattern "{pattern}" of the settings matches no file below {shown(root)}'
            )
        candidates += matched
    return _listing(candidates, judge)


def walk(folder: Path, *, forced: bool = False, top: Path | None = None) -> Iterator[Candidate]:
    """The files below a folder, dropped ones with the reason; what is in a dropped folder is not listed.

    Links to folders are not followed, so that no loop of them can trap the walk. Nor are links that lead out of
    the repository, or of `top`: reports would quote to others what whoever sent the link must not read.
    """
    ignores = Ignores(folder, forced=forced)
    top = top or _top(folder)
    failures: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=failures.append):
        here = Path(parent)
        for name in sorted(folders):
            reason = _folder_reason(here / name) or ignores.reason(here / name, is_folder=True)
            if reason:
                folders.remove(name)
                yield here / name, reason
        for name in sorted(names):
            yield here / name, _file_reason(here / name, top) or ignores.reason(here / name, is_folder=False)
    for failure in failures:
        raise FileError(f"{shown(Path(failure.filename))}: cannot be listed: {failure.strerror}") from failure


def absent(paths: Iterable[str]) -> frozenset[str]:
    """The given paths that do not exist and, with a trailing slash, the folders that are missing.

    Folders are listed rather than asked for names: capitals count on any system, and a run that is remembered
    knows which folders it looked into.
    """
    held: dict[str, frozenset[str] | None] = {}
    missing: set[str] = set()
    for path in paths:
        folder, _, name = path.rpartition("/")
        if folder not in held:
            held[folder] = _names("/" if path.startswith("/") and not folder else folder)
        names = held[folder]
        if names is None or name not in names:
            missing.add(path)
        if names is None:
            missing.add(f"{folder}/")
    return frozenset(missing)


def names_in(folders: Iterable[str]) -> dict[str, frozenset[str]]:
    """What is in some folders, by folder; nothing where one cannot be listed."""
    return {folder: _names(folder) or frozenset() for folder in folders}


def _names(folder: str) -> frozenset[str] | None:
    try:
        return frozenset(os.listdir(folder or "."))  # noqa: PTH208 - names are wanted, not paths
    except OSError:
        return None


def read(path: str, limit: int = DOCUMENT_LIMIT) -> bytes:
    """The bytes of a document; raises FileError if it cannot be read."""
    try:
        return read_regular(path, path, limit, _RAISED)
    except FileNotFoundError as error:
        raise FileError(f"{path}: cannot be read: {error.strerror or error}") from error


def read_stream(stream: BinaryIO, path: str, limit: int = DOCUMENT_LIMIT) -> bytes:
    """The bytes of a document on standard input, which reports call by a path."""
    return within(stream.read(limit + 1), path, limit, _RAISED)


def real(path: Path) -> Path:
    """The file that a path leads to in the end; unlike `Path.resolve`, it lets a loop of links pass."""
    return Path(os.path.realpath(path))


def is_at_home(path: Path, folder: Path) -> bool:
    """Whether what a document of a folder names by a path is in the repository of that, whatever links are on the way.

    Without a repository, it is in the current folder or, seen from elsewhere, in that of the document.
    """
    here, current = real(folder), real(Path.cwd())
    top = root_of(here) or (current if here.is_relative_to(current) else here)
    return real(path).is_relative_to(top)


def shown(path: Path) -> str:
    """A path as reports print it: from the current folder where it lies below, with forward slashes."""
    path = Path(os.path.normpath(path))
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()  # noqa: PTH100 - links stay links
    except ValueError:
        return path.as_posix()


def _folder(folder: Path, *, forced: bool) -> list[Candidate]:
    found = [
        candidate for candidate in walk(folder, forced=forced) if candidate[1] or _is_markdown(candidate[0])
    ]
    if not any(_is_markdown(path) for path, _ in found):
        raise FileError(f"{shown(folder)}: no Markdown files ({', '.join(MARKDOWN)}) in this folder")
    return found


def _glob(pattern: str) -> Iterator[Candidate]:
    """What a pattern matches that no shell expanded."""
    found = list(_at_any_depth(pattern) if "**" in pattern else _at_one_depth(pattern))
    if not found:
        raise FileError(
            f"{pattern}: " + ("no file matches" if globs.is_glob(pattern) else "no such file or folder")
        )
    for path, reason in found:
        if path.is_dir() and not path.is_symlink():
            yield from (candidate for candidate in walk(path) if candidate[1] or _is_markdown(candidate[0]))
        elif _is_markdown(path) or path.suffix == Path(pattern).suffix:
            yield path, reason


def _at_one_depth(pattern: str) -> Iterator[Candidate]:
    from glob import glob  # most shells expand patterns

    for name in sorted(glob(pattern)) if globs.is_glob(pattern) else ():  # noqa: PTH207 - it may be absolute
        path = Path(name)
        ignored = Ignores(path.parent, forced=True).reason(path, is_folder=False)
        yield path, _link_reason(path, _top(path.parent)) or ignored


def _at_any_depth(pattern: str) -> Iterator[Candidate]:
    """What a pattern with `**` matches; Python's own search would follow links to folders."""
    start = Path("/" * Path(pattern).is_absolute() + globs.literal_folder(pattern))
    for path, reason in walk(start) if start.is_dir() else ():
        is_shown = path.is_file() and not path.name.startswith(".")
        if is_shown and globs.matches(path.as_posix().strip("/"), pattern):
            yield path, reason


def _listing(candidates: Iterable[Candidate], judge: Judge, named: Iterable[Path] = ()) -> Listing:
    """The candidates that no filter drops, each file once, and those that one does."""
    files: dict[Path, Path] = {}
    dropped: dict[str, str] = {}
    for path, reason in candidates:
        if reason := reason or judge(path):
            dropped[shown(path)] = reason
            continue
        _add(files, path)
    for path in named:
        _add(files, path)
        dropped.pop(shown(path), None)
    return Listing(
        tuple(sorted(map(shown, files.values()))),
        tuple(Dropped(path, reason) for path, reason in sorted(dropped.items())),
    )


def _add(files: dict[Path, Path], path: Path) -> None:
    """Add a path by the file it leads to: of a file and the links to it, the file is named, in any order."""
    if files.setdefault(real(path), path).is_symlink() and not path.is_symlink():
        files[real(path)] = path


def reason_by_name(folder: str) -> str | None:
    """Why a folder of that name is not looked into, or None."""
    if folder.startswith("."):
        return "hidden folder"
    return "folder of a tool" if folder in _SKIPPED_FOLDERS else None


def _folder_reason(folder: Path) -> str | None:
    return "link to a folder" if folder.is_symlink() else reason_by_name(folder.name)


def _file_reason(path: Path, top: Path) -> str | None:
    try:
        return _link_reason(path, top) if stat.S_ISREG(path.stat().st_mode) else "not a regular file"
    except OSError:
        return "link that leads nowhere"


def _link_reason(path: Path, top: Path) -> str | None:
    """Why a file is not read for where it leads, or None: `.git/config` may hold what opens the repository."""
    if not path.is_symlink() or not path.is_file():
        return None
    target = real(path)
    if not target.is_relative_to(top):
        return "link that leads out of the repository"
    if target.name.startswith("."):
        return "link to a hidden file"
    inside = target.relative_to(top).parts[:-1]
    return next((f"link into a {reason}" for reason in map(reason_by_name, inside) if reason), None)


def _top(folder: Path) -> Path:
    """The folder that links are followed in: the repository of a folder, or the folder itself."""
    return root_of(real(folder)) or real(folder)


def _is_markdown(path: Path) -> bool:
    return path.suffix.lower() in MARKDOWN


def _relative(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()
