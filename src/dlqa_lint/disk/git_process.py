"""Running git, and no other program: none that a repository's settings, attributes or hooks name.

What is linted may come from strangers, in an archive with a `.git` folder of its own. At the most harmless
question git itself would run what such a folder's settings name, to watch files or to show a difference.
"""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dlqa_lint.disk.repositories import root_of
from dlqa_lint.errors import CannotRunError
from dlqa_lint.text.lazy_regex import regex

if TYPE_CHECKING:
    import subprocess

_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.askPass": "",
    "core.sshCommand": "false",
    "core.alternateRefsCommand": "false",
    "credential.helper": "",
    "diff.external": "",
    "protocol.allow": "never",
    "safe.bareRepository": "explicit",
}
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LFS_SKIP_SMUDGE": "1",  # which still gives what is at hand, and fetches nothing
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
}
# What of git reads the working tree through filters, which are programs; and what asks for their names.
_FILTERING = ("diff", "cat-file")
_LISTING = ("config", "--list", "--includes", "--show-scope", "--name-only", "-z")
_FILTER = regex(r"(filter\..*)\.", re.DOTALL)
# By these a repository has the user's filter of Git LFS run programs.
_FILTERS_PROGRAM = regex(r"lfs\.(?:extension\.|customtransfer\.|standalonetransferagent)", re.IGNORECASE)
_OWN = ("local", "worktree")
_PATIENCE = 300
"""Seconds for one question: the largest repositories take one, a pipe in place of a file of git takes for ever."""
_ABOUT_ONE = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--no-relative")
"""A difference that asks no program and no other repository what it is."""


class GitError(CannotRunError):
    """What git cannot say, and why."""


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints about a repository; raises GitError with what it says on standard error.

    `given` is what it reads on standard input.
    """
    code, printed, said = run_git(root, *arguments, given=given)
    if code:
        first, *more = (said or f"it ended with {code}").split("\n")
        raise GitError(f"git {arguments[0]} failed in {root}: {first}", *more)
    return printed


def run_git(root: Path, *arguments: str, given: bytes = b"") -> tuple[int, bytes, str]:
    """The exit code of git, what it prints, and what it says on standard error."""
    import subprocess  # only where git is asked

    program = _program()
    if program is None:
        raise GitError("git was not found; --since, --staged, --history and merging need it")
    environment = _environment(root)

    def run(settings: Mapping[str, str], arguments: Sequence[str]) -> "subprocess.CompletedProcess[bytes]":
        set_here = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        try:
            return subprocess.run(
                [program, "--no-pager", *set_here, "-C", str(root), *arguments],
                capture_output=True,
                input=given,
                env=environment,
                check=False,
                timeout=_PATIENCE,
            )
        except subprocess.TimeoutExpired as error:
            raise GitError(f"git {arguments[0]} in {root}: found no answer in {_PATIENCE} seconds") from error

    listed = run(_SETTINGS, _LISTING).stdout if arguments[0] in _FILTERING else b""
    done = run(_SETTINGS | _unfiltered(listed, root), arguments)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip()


def _unfiltered(listed: bytes, root: Path) -> dict[str, str]:
    """Settings that take away the filters which the repository's own settings name.

    Those of the user, of Git LFS for one, stay: they were set up on this machine. Where the repository says what
    they run, they go as well.
    """
    found: dict[str, str] = {}
    fields = os.fsdecode(listed).split("\0")
    named = list(zip(fields[::2], fields[1::2], strict=False))
    steered = any(scope in _OWN and _FILTERS_PROGRAM.match(name) for scope, name in named)
    for scope, name in named:
        driver = _FILTER.match(name)
        if driver is None or not (steered or scope in _OWN):
            continue
        key = driver[1]
        if "=" in key:
            raise GitError(
                f"{root}: found the filter {key!r}, expected a name without =; its program could run"
            )
        found |= {f"{key}.clean": "", f"{key}.smudge": "", f"{key}.process": "", f"{key}.required": "false"}
    return found


def _program() -> str | None:
    """The git of the search path; one in the current folder may be a stranger's, and Windows prefers it."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        file = os.path.join(folder, name)  # noqa: PTH118 - pathlib would drop a dot
        if os.path.isabs(folder) and os.path.isfile(file) and os.access(file, os.X_OK):  # noqa: PTH113, PTH117
            return file
    return None


def _environment(root: Path) -> dict[str, str]:
    """The environment of git; what it says in a hook, of an index for one, is about one repository."""
    found = {**os.environ, **_ENVIRONMENT}
    if root != root_of(Path(os.path.realpath(Path.cwd()))):
        for name in _ABOUT_ONE:
            found.pop(name, None)
    return found
