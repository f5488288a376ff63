"""What .gitignore files say, as git reads them, without backtracking: a stranger may have written them."""

import os
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from dlqa_lint.disk.regular_files import MEGABYTE, read_regular
from dlqa_lint.disk.wildcards import OneOf, Part, Pattern, Wild
from dlqa_lint.text.lazy_regex import regex

_LARGEST = MEGABYTE  # more than a file of patterns for people ever has
_PLAIN = regex(r"[^*?\[\\]+")
_SET = regex(r"\[([!^]?)((?:\[:[a-z]{1,10}:\]|\\.|[^\\])(?:\[:[a-z]{1,10}:\]|\\.|[^\]\\]){0,300})\]")
_MEMBER = regex(r"\[:([a-z]+):\]|\\?(.)(?:-\\?([^\]]))?", re.DOTALL)
_CLASSES = {
    "alnum": "a-zA-Z0-9", "alpha": "a-zA-Z", "blank": " \t", "cntrl": "\x00-\x1f\x7f", "digit": "0-9",
    "graph": "!-~", "lower": "a-z", "print": " -~", "punct": "!-/:-@[-`{-~", "space": r"\s", "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}  # fmt: skip


class Ignores:
    """The .gitignore files that count for what lies below a folder: its own, those below and those above.

    Above, they count up to the top of the repository, or without one up to the current folder. A folder
    that they ignore but that somebody names is listed all the same, unless `forced`.
    """

    def __init__(self, folder: Path, *, forced: bool = False) -> None:
        self._folder = Path(os.path.abspath(folder))  # noqa: PTH100 - links stay links
        self._forced = forced
        self._files: dict[Path, IgnoreFile | None] = {}

    def reason(self, path: Path, *, is_folder: bool) -> str | None:
        """Which file ignores a path below the folder, or None."""
        return self._reason(Path(os.path.abspath(path)), self._top, is_folder=is_folder)  # noqa: PTH100

    @cached_property
    def _top(self) -> Path:
        """The highest folder whose .gitignore counts."""
        above = (self._folder, *self._folder.parents)
        repository = next((folder for folder in above if (folder / ".git").exists()), None)
        current = Path.cwd()
        top = repository or (current if current in above else self._folder)
        if self._forced:
            return top
        below_top = above[: above.index(top)]
        return self._folder if any(self._reason(folder, top, is_folder=True) for folder in below_top) else top

    def _reason(self, path: Path, top: Path, *, is_folder: bool) -> str | None:
        # The nearest file that says anything about a path decides.
        for folder in path.parents:
            file = self._file(folder)
            if file:
                ignored = file.ignores(path.relative_to(folder).as_posix(), is_folder=is_folder)
                if ignored is not None:
                    return f"ignored by {_near(folder / '.gitignore')}" if ignored else None
            if folder == top:
                break
        return None

    def _file(self, folder: Path) -> "IgnoreFile | None":
        if folder not in self._files:
            self._files[folder] = _load(folder / ".gitignore")
        return self._files[folder]


class IgnoreFile:
    """The patterns of one file; of those that fit a path, the last one decides."""

    def __init__(self, text: str) -> None:
        lines = (_line(line) for line in text.split("\n"))
        self._lines = [line for line in lines if line is not None][::-1]
        self._folders: dict[str, bool | None] = {}

    def ignores(self, path: str, *, is_folder: bool) -> bool | None:
        """Whether a path is ignored, itself or with a folder around it; None where no pattern matches."""
        at = path.find("/")
        while at >= 0:
            if self._folder(path[:at]):
                return True
            at = path.find("/", at + 1)
        return self._folder(path) if is_folder else self._said(path, is_folder=False)

    def _folder(self, path: str) -> bool | None:
        if path not in self._folders:
            self._folders[path] = self._said(path, is_folder=True)
        return self._folders[path]

    def _said(self, path: str, *, is_folder: bool) -> bool | None:
        name = path.rpartition("/")[2]
        for line in self._lines:
            if (is_folder or not line.folders_only) and line.pattern.fits(path if line.anchored else name):
                return line.ignores
        return None


class _Line(NamedTuple):
    """A line: what it matches (whole paths where it is anchored, names where not), and what it says then."""

    pattern: Pattern
    anchored: bool
    folders_only: bool
    ignores: bool


def _line(written: str) -> _Line | None:
    """What a line says; None for one that is empty, a comment, or cannot be understood."""
    text = _without_trailing(written.removesuffix("\r"))
    ignores = not text.startswith("!")
    text = text if ignores else text[1:]
    folders_only = text.endswith("/")
    text = text[:-1] if folders_only else text
    if not text or (ignores and text.startswith("#")):
        return None
    anchored = "/" in text
    parts = list(_parts(text.removeprefix("/")))
    return _Line(Pattern(parts), anchored, folders_only, ignores) if None not in parts else None  # type: ignore[arg-type]


def _without_trailing(text: str) -> str:
    """A line without the spaces at its end, of which a backslash keeps one."""
    bare = text.rstrip(" ")
    escaped = (len(bare) - len(bare.rstrip("\\"))) % 2 == 1
    return text[: len(bare) + 1] if escaped else bare


def _parts(pattern: str) -> Iterator[Part | None]:
    """The parts of a pattern; None for what git cannot understand, so that the line matches nothing."""
    at = 0
    while at < len(pattern):
        begins = at == 0 or pattern[at - 1] == "/"
        sign, end = pattern[at], at + 1
        if begins and pattern.startswith("**/", at):
            yield Wild.FOLDERS
            end = at + 3
        elif begins and pattern.startswith("**", at) and at + 2 == len(pattern):
            yield Wild.ONE
            yield Wild.ALL
            end = at + 2
        elif sign == "*":
            yield Wild.NAME
        elif sign == "?":
            yield Wild.ONE
        elif sign == "\\":
            yield pattern[end : end + 1] or None
            end += 1
        elif sign == "[":
            found = _SET.match(pattern, at)
            yield OneOf(_set(found)) if found else None
            end = found.end() if found else len(pattern)
        elif plain := _PLAIN.match(pattern, at):
            yield plain.group()
            end = plain.end()
        at = end


def _set(found: re.Match[str]) -> str:
    """A set as a regular expression; a slash is in none, and a range that runs backwards is its first character."""
    members = ""
    for name, first, last in _MEMBER.findall(found.group(2)):
        if name:
            members += _CLASSES.get(name, "").replace("[", r"\[")
        elif first <= last:
            members += f"{re.escape(first)}-{re.escape(last)}"
        else:
            members += re.escape(first)
    if found.group(1):
        return f"[^/{members}]"
    return f"(?!/)[{members}]" if members else "(?!)"


def _near(file: Path) -> str:
    return Path(os.path.relpath(file)).as_posix()


def _load(file: Path) -> IgnoreFile | None:
    try:
        data = read_regular(file, _near(file), _LARGEST)
    except FileNotFoundError:
        return None
    return IgnoreFile(data.decode("utf-8-sig", "surrogateescape"))
