"""Git's own textual merge of three files, and setting up a merge driver in a repository."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from dlqa_lint.disk.git_process import GitError, git, run_git

_MOST = 127
"""The highest number of conflicts that `git merge-file` tells by its exit code."""


class UnmergeableError(GitError):
    """Files that git does not merge line by line, because they are binary or too large."""


class Markers(NamedTuple):
    """How conflicts are marked: the length of the marks, and the names of ours, base and theirs."""

    size: int = 7
    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"


def merge_file(ours: bytes, base: bytes, theirs: bytes, markers: Markers) -> tuple[bytes, int]:
    """The textual merge of three texts, and the number of conflicts in it; UnmergeableError where git makes none."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for part, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            (folder / part).write_bytes(data)
        labels = [part for label in markers[1:] for part in ("-L", label)]
        files = [str(folder / part) for part in ("ours", "base", "theirs")]
        code, merged, said = run_git(
            Path(), "merge-file", "-p", f"--marker-size={markers.size}", *labels, "--", *files
        )
    if not 0 <= code <= _MOST:  # below zero it was killed
        raise UnmergeableError(f"git merge-file cannot merge it: {said}")
    return merged, code


def configure(root: Path, name: str, value: str) -> None:
    """Set a setting of a repository."""
    git(root, "config", "--local", name, value)
