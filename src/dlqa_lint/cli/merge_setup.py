"""Setting up dlqa-lint as a merge driver: which files it merges, and how git calls it."""

import os
from pathlib import Path

from dlqa_lint.cli.output import say
from dlqa_lint.disk.drafts import write_whole
from dlqa_lint.disk.git_merge import configure
from dlqa_lint.disk.presence import is_link, is_there
from dlqa_lint.disk.regular_files import SETTINGS_LIMIT, read_regular
from dlqa_lint.disk.repositories import root_of
from dlqa_lint.errors import CannotRunError
from dlqa_lint.text.paths import MARKDOWN

ATTRIBUTES = ".gitattributes"
_ATTRIBUTE = "merge=dlqa-lint"
# A shell that finds no dlqa-lint says 127, which git takes for conflicts: it would leave our side as it is.
_DRIVER = (
    "dlqa-lint merge --marker-size %L --labels %X %S %Y -- %O %A %B %P; code=$?; case $code in 126|127) "
    "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B;; *) exit $code;; esac"
)


def set_up() -> int:
    """Write the attributes and the settings of the repository, and say what was done and what is left to do."""
    root = root_of(Path(os.path.realpath(Path.cwd())))
    if root is None:
        raise CannotRunError(
            "init --merge-driver: the current folder is in no git repository; run it in the one of the bank"
        )
    wrote = _add_attributes(root / ATTRIBUTES)
    configure(root, "merge.dlqa-lint.name", "question banks, merged by dlqa-lint")
    configure(root, "merge.dlqa-lint.driver", _DRIVER)
    patterns = " and ".join(f"*{suffix}" for suffix in MARKDOWN)
    found = "wrote" if wrote else "found"
    say(
        [
            f"{found} {ATTRIBUTES}: git leaves merging {patterns} to dlqa-lint",
            "set merge.dlqa-lint in the settings of this repository: git knows how to call it",
            "",
            f"Commit {ATTRIBUTES}. Git takes no program from a repository, so that in each clone somebody runs",
            "`dlqa-lint init --merge-driver` once; elsewhere, files are merged line by line, as they are now.",
            f"To take it back, remove the lines with {_ATTRIBUTE}, and run",
            "`git config --remove-section merge.dlqa-lint`.",
        ]
    )
    return 0


def _add_attributes(file: Path) -> bool:
    """Add the lines that are missing; whether there were any."""
    if is_link(file):
        raise CannotRunError(f"{file}: is a symbolic link, which git does not follow; nothing was written")
    text = ""
    if is_there(file):
        text = read_regular(file, ATTRIBUTES, SETTINGS_LIMIT).decode("utf-8", "surrogateescape")
    known = {tuple(line.split()) for line in text.splitlines()}
    missing = [suffix for suffix in MARKDOWN if (f"*{suffix}", _ATTRIBUTE) not in known]
    if missing:
        newline = "\r\n" if "\r\n" in text else "\n"
        before = text if not text or text.endswith("\n") else text + newline
        added = "".join(f"*{suffix} {_ATTRIBUTE}{newline}" for suffix in missing)
        write_whole(file, (before + added).encode("utf-8", "surrogateescape"))
    return bool(missing)
