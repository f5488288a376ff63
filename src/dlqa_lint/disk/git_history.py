"""The history of a repository: what its files held at some commits, read from git and never checked out."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dlqa_lint.disk.files import shown
from dlqa_lint.disk.git_process import GitError, git
from dlqa_lint.disk.regular_files import DOCUMENT_LIMIT
from dlqa_lint.disk.repositories import belonging
from dlqa_lint.text.paths import MARKDOWN

_FILES = (b"100644", b"100755")  # modes of plain files; a link or a submodule is none
_LAST = 253_402_300_799  # seconds from 1970 to the end of the year 9999; a date of git may be any number
_SHORT = 10  # digits of a commit's name that tell it apart in any repository people read


class Commit(NamedTuple):
    """A commit: its name and time, the paths of its files as reports print them, and the contents of its documents.

    `documents` holds for each path the name of what git keeps there.
    """

    name: str
    seconds: int
    files: frozenset[str]
    documents: Mapping[str, str]

    @property
    def short(self) -> str:
        """The first digits of its name."""
        return self.name[:_SHORT]


class History(NamedTuple):
    """Some commits, the oldest first, and the bytes of the documents that they held, by the names of these."""

    commits: tuple[Commit, ...]
    contents: Mapping[str, bytes]


def history(
    paths: Iterable[str],
    around: Iterable[Path],
    most: int,
    belongs: Callable[[str], bool],
    limit: int = DOCUMENT_LIMIT,
) -> History:
    """Up to `most` of the commits that changed something in files and folders, evenly chosen.

    The newest and the oldest are among them. `paths` are files of today, which tell the repository, and `around` is
    what is looked at. `belongs` says which documents are wanted, by paths as reports print them. Contents larger than
    `limit` are left out.
    """
    root, today = _repository(paths)
    named = _naming(root, today)
    commits: list[Commit] = []
    for seconds, name in _spread(_changing(root, around), most):
        held = {named(entry): (blob, size) for entry, blob, size in _tree(root, name)}
        documents = {path: blob for path, (blob, size) in held.items() if size <= limit and belongs(path)}
        commits.append(Commit(name, seconds, frozenset(held), documents))
    wanted = dict.fromkeys(blob for commit in commits for blob in commit.documents.values())
    return History(tuple(commits), _contents(root, tuple(wanted)))


def _repository(paths: Iterable[str]) -> tuple[Path, Mapping[str, str]]:
    """The root of the one repository that files belong to, and the name that each has there."""
    found = belonging(paths)
    if found.strays:
        raise GitError(f"--history: {found.strays[0]} is not in a git repository")
    if len(found.files) != 1:
        roots = ", ".join(map(shown, found.files)) or "none"
        raise GitError(f"--history: found documents of {roots}, expected those of one git repository")
    ((root, files),) = found.files.items()
    return root, files


def _changing(root: Path, around: Iterable[Path]) -> list[tuple[int, str]]:
    """The commits that changed something in files and folders, the oldest first, each after its time."""
    names = [Path(os.path.relpath(os.path.realpath(path), root)).as_posix() for path in around]
    patterns = [f":(top,literal){name}" for name in names]
    if any(name == "." or name.startswith("../") for name in names):
        patterns = [f":(top,icase)*{suffix}" for suffix in MARKDOWN]
    try:
        git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    except GitError:
        return []
    listed = git(root, "rev-list", "--first-parent", "--timestamp", "--reverse", "HEAD", "--", *patterns)
    pairs = (line.split() for line in listed.decode("ascii").splitlines())
    return [(min(int(seconds), _LAST), name) for seconds, name in pairs]


def _spread(found: Sequence[tuple[int, str]], most: int) -> Sequence[tuple[int, str]]:
    """Up to `most` of a sequence, evenly chosen, the first and the last among them; of one, the last."""
    count = min(most, len(found))
    if count < 2:
        return found[len(found) - count :]
    return [found[at * (len(found) - 1) // (count - 1)] for at in range(count)]


def _tree(root: Path, commit: str) -> Iterator[tuple[str, str, int]]:
    """The plain files of a commit: their names, those of their contents, and the sizes of these."""
    for entry in git(root, "ls-tree", "-r", "-l", "-z", "--full-tree", commit).split(b"\0"):
        about, _, path = entry.partition(b"\t")
        if about.startswith(_FILES):
            _, _, blob, size = about.split()
            yield os.fsdecode(path), blob.decode(), int(size)


def _naming(root: Path, today: Mapping[str, str]) -> Callable[[str], str]:
    """What gives a file of the repository the path that reports print, as it gave it to those of today."""
    path, name = next(iter(today.items()))
    if f"/{path}".endswith(f"/{name}"):
        above = path.removesuffix(name)
    else:
        above = os.path.relpath(root, os.path.realpath(Path.cwd())) + "/"
    return cache(lambda name: shown(Path(above + name)))


def _contents(root: Path, blobs: Sequence[str]) -> dict[str, bytes]:
    """The bytes of contents, of which git tells the sizes; raises GitError where a clone holds only some."""
    if not blobs:
        return {}
    told = git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    found: dict[str, bytes] = {}
    at = 0
    for blob in blobs:
        end = told.index(b"\n", at)
        about = told[at:end].split()
        if about[-1] == b"missing":
            raise GitError(
                f"--history: the clone in {root} holds no content {blob}, expected all of them; "
                "`git fetch --refetch` brings them"
            )
        found[blob] = told[end + 1 : end + 1 + int(about[2])]
        at = end + 1 + int(about[2]) + 1
    return found
