"""What git says about files: which lines a change touches, and what is staged. It is run by `git_process`."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dlqa_lint.disk.files import shown
from dlqa_lint.disk.git_process import DIFF, GitError, git
from dlqa_lint.disk.repositories import belonging

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb'\\([abtnvfr"\\]|[0-3][0-7]{2})')
_ESCAPES = dict(zip(b'abtnvfr"\\', b'\a\b\t\n\v\f\r"\\', strict=True))
# Settings of the user may change what a patch looks like; these options say all that is relied on.
_PATCH = (
    "--unified=0", "--inter-hunk-context=0", "--no-color", "--text", "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
_RENAMES = "--find-renames"
_HISTORY = (
    "the clone is shallow: fetch more history, with `git fetch --unshallow` or, in a workflow of GitHub, "
    "`fetch-depth: 0`"
)


class Hunk(NamedTuple):
    """Lines that a change wrote in place of others: `count` from `first` on, or none after `first`.

    `gone` is the first line, of those that went, that is not blank.
    """

    first: int
    count: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    removed: int
    gone: str = ""


class FileChanges(NamedTuple):
    """What a change did to a file: `whole` where the file is new."""

    hunks: tuple[Hunk, ...] = ()
    whole: bool = False


def changes_since(ref: str, paths: Iterable[str]) -> dict[str, FileChanges]:
    """What the files hold, committed or not, that the merge base of a commit and HEAD does not."""
    found: dict[str, FileChanges] = {}
    for root, files in _by_repository(paths, "--since").items():
        base = _merge_base(root, ref)
        changed = _changes(root, files.values(), (base,))
        tracked = _listed(root, "ls-files", "-z")
        for path, name in files.items():
            if name not in tracked:
                found[path] = FileChanges(whole=True)
            elif name in changed:
                found[path] = changed[name]
    return found


def staged_changes(paths: Iterable[str]) -> dict[str, FileChanges]:
    """What the next commit would do to the files."""
    found: dict[str, FileChanges] = {}
    for root, files in _by_repository(paths, "--staged").items():
        changed = _changes(root, files.values(), ("--cached",))
        found |= {path: changed[name] for path, name in files.items() if name in changed}
    return found


def staged_contents(paths: Iterable[str]) -> dict[str, bytes | None]:
    """The staged bytes of the files whose own bytes are others; None for a file that is not staged at all."""
    found: dict[str, bytes | None] = {}
    for root, files in _by_repository(paths, "--staged").items():
        tracked = _listed(root, "ls-files", "-z", "--cached")
        differing = _listed(root, *DIFF, "--name-only", "-z")
        for path, name in files.items():
            if name not in tracked:
                found[path] = None
            elif name in differing:
                found[path] = git(root, "cat-file", "--filters", f":0:{name}")
    return found


def unasked(paths: Iterable[str]) -> list[str]:
    """What to say about repositories that are not asked, because they lie below the one of the run."""
    return [
        f"{shown(root)}: is a repository below the one in which the run began, and is not asked what changed"
        for root in belonging(paths).nested
    ]


def _by_repository(paths: Iterable[str], option: str) -> dict[Path, dict[str, str]]:
    """The files by the root of the repository to ask; raises GitError for a file that is in none."""
    found = belonging(paths)
    if found.strays:
        raise GitError(f"{option}: {found.strays[0]} is not in a git repository")
    return found.files


def _merge_base(root: Path, ref: str) -> str:
    """The commit from which HEAD and another commit went their ways."""
    try:
        commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    except GitError:
        hint = _if_shallow(root) or "`git fetch` may bring it"
        raise GitError(
            f'--since: found "{ref}", expected a commit, a branch or a tag that git knows in {root}; {hint}'
        ) from None
    try:
        return git(root, "merge-base", commit.decode().strip(), "HEAD").decode().split()[0]
    except GitError:
        hint = _if_shallow(root) or "their histories have nothing to do with each other"
        raise GitError(f"--since: git knows no common ancestor of {ref} and HEAD in {root}; {hint}") from None


def _if_shallow(root: Path) -> str:
    return _HISTORY if git(root, "rev-parse", "--is-shallow-repository").strip() == b"true" else ""


def _changes(root: Path, names: Iterable[str], which: tuple[str, ...]) -> dict[str, FileChanges]:
    """What a diff says about the Markdown of a repository, renamed files under their new names."""
    suffixes = sorted({Path(name).suffix for name in names})
    # A file with no suffix is found by looking at all files.
    patterns = [f":(top,icase)*{suffix}" for suffix in suffixes] if all(suffixes) else []
    options = (*DIFF, _RENAMES, *which)
    found: dict[str, FileChanges] = {}
    fields = iter(_fields(git(root, *options, "--name-status", "-z", "--", *patterns)))
    for status in fields:
        name = next(fields)
        if status[0] in "RC":
            name = next(fields)
        if status[0] != "D":
            found[name] = FileChanges(whole=status[0] in "AU")
    if all(change.whole for change in found.values()):
        return found
    patch = git(root, *options, *_PATCH, "--", *patterns)
    for name, hunks in read_patch(patch):
        if name in found and not found[name].whole:
            found[name] = FileChanges(hunks)
    return found


def read_patch(patch: bytes) -> Iterator[tuple[str, tuple[Hunk, ...]]]:
    """The files of a patch with their hunks."""
    name, hunks, body = "", list[Hunk](), 0
    for line in patch.split(b"\n"):
        if body and line[:1] in b"+-":
            # A line of a document may look like one of the patch's own.
            body -= 1
            if line[:1] == b"-" and line[1:].strip() and not hunks[-1].gone:
                hunks[-1] = hunks[-1]._replace(gone=line[1:].decode("utf-8", "replace"))
        elif line.startswith(b"+++ "):
            if hunks:
                yield name, tuple(hunks)
            name, hunks = _name(line[4:]), []
        elif match := _HUNK.match(line):
            removed, first, count = (int(group) if group else 1 for group in match.group(1, 2, 3))
            hunks.append(Hunk(first, count, removed))
            body = removed + count
    if hunks:
        yield name, tuple(hunks)


def _name(written: bytes) -> str:
    """The path of a patch's header, which git quotes where it holds unusual characters."""
    # After a name with a space git puts a tab, to say where it ends.
    written = written.removesuffix(b"\t")
    if written.startswith(b'"'):
        written = _ESCAPE.sub(
            lambda m: bytes((_ESCAPES[m[1][0]] if len(m[1]) == 1 else int(m[1], 8),)), written[1:-1]
        )
    return os.fsdecode(written.removeprefix(b"b/"))


def _listed(root: Path, *arguments: str) -> frozenset[str]:
    return frozenset(_fields(git(root, *arguments)))


def _fields(output: bytes) -> list[str]:
    return [os.fsdecode(field) for field in output.split(b"\0") if field]
