"""Merge two versions of a document on questions instead of lines: a merge driver for git.

git runs it for the files whose attribute `merge` is dlqa-lint; `dlqa-lint init --merge-driver` sets that up.
The result is written to OURS. Exit codes: 0 merged, 1 to 125 so many conflicts are marked in the result,
129 nothing could be done and nothing was written. A binary file is one conflict, and stays as it is in OURS: so
git does it.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from traceback import format_exc

from dlqa_lint.cli.merging import Texts, merged_by_questions
from dlqa_lint.cli.options import count
from dlqa_lint.cli.output import complain
from dlqa_lint.disk.drafts import write_whole
from dlqa_lint.disk.git_merge import Markers, UnmergeableError, merge_file
from dlqa_lint.disk.regular_files import DOCUMENT_LIMIT, read_regular
from dlqa_lint.merging import NoBankError, PuzzleError

FAILURE = 129
"""Git takes what is above 128 for a failure, and all below for a number of conflicts."""

_MOST = 125
"""A shell says 126 and 127 where it cannot run the driver at all."""


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("base", metavar="BASE", help="the common ancestor (git: %%O)")
    parser.add_argument("ours", metavar="OURS", help="the current version, which is overwritten (git: %%A)")
    parser.add_argument("theirs", metavar="THEIRS", help="the other version (git: %%B)")
    parser.add_argument("path", metavar="PATH", help="the name of the document in the repository (git: %%P)")
    parser.add_argument(
        "--marker-size",
        metavar="N",
        type=count,
        default=Markers().size,
        help="the length of marks (git: %%L)",
    )
    parser.add_argument(
        "--labels",
        metavar=("OURS", "BASE", "THEIRS"),
        nargs=3,
        default=("", "", ""),
        help="what the versions are called in conflicts (git, if it is new enough: %%X %%S %%Y)",
    )


def run(options: Namespace) -> int:
    """Merge, and write the result in place of ours."""
    names = (options.base, options.ours, options.theirs)
    texts = Texts(*(read_regular(name, name, DOCUMENT_LIMIT) for name in names))
    # A git that does not know a placeholder leaves it as it is.
    known = [
        default if not given or given.startswith("%") else given
        for given, default in zip(options.labels, Markers()[1:], strict=True)
    ]
    markers = Markers(options.marker_size or Markers().size, *known)
    try:
        merged, conflicts = merged_bytes(texts, options.path, markers)
    except UnmergeableError as error:
        first, *more = error.lines
        complain([f"{options.path}: {first}", *more, "ours stays as it is, with a conflict to settle"])
        return 1
    write_whole(Path(options.ours), merged)
    return min(conflicts, _MOST)


def merged_bytes(texts: Texts, path: str, markers: Markers) -> tuple[bytes, int]:
    """The merged bytes, and the number of conflicts: by questions, or else line by line."""
    if texts.ours in (texts.base, texts.theirs):
        return texts.theirs, 0
    if texts.theirs == texts.base:
        return texts.ours, 0
    why = list[str]()
    try:
        return merged_by_questions(texts, path, markers)
    except NoBankError:
        pass
    except PuzzleError as error:
        why = [f"{path}: merged line by line, because {error}"]
    except Exception:  # whatever it is, git can still merge the file
        why = [f"{path}: merged line by line; this is a bug in dlqa-lint:", *format_exc().splitlines()]
    merged = merge_file(texts.ours, texts.base, texts.theirs, markers)
    # Only now: of a binary file git says itself that it cannot merge it.
    complain(why)
    return merged
