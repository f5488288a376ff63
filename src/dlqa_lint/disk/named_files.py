"""Files that the command line or a workflow names: no link that came with a repository sends them elsewhere."""

from pathlib import Path

from dlqa_lint.disk.files import real, reason_by_name
from dlqa_lint.disk.repositories import root_of
from dlqa_lint.errors import CannotRunError


def write_named(path: str, data: str | bytes) -> None:
    """Write a file that the user named; raises CannotRunError where a link of the repository leads out of it.

    What UTF-8 cannot say, as in the name of a file, is escaped as in JSON.
    """
    require_in_place(path)
    Path(path).write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "backslashreplace"))


def append(path: str, text: str) -> None:
    """Add to a file that the system of a workflow named, which need not exist yet; OSError where that cannot be."""
    with Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(text)


def require_in_place(path: str) -> None:
    """Raise CannotRunError where a path goes through a link of the repository that leads out of it.

    Whoever wrote `-o report.html` did not mean a program of the machine, or a file of git, to which somebody else
    has put a link of that name. Links outside of the repository, such as `/dev/stdout`, are the machine's own.
    """
    file = Path(path).absolute()
    here = real(Path.cwd())
    top = root_of(here) or here
    target = real(file)
    for part in (file, *file.parents):
        if part.is_symlink() and real(part.parent).is_relative_to(top) and not _is_plain(target, top):
            raise CannotRunError(
                f"{path}: is a link that leads to {target}, expected a file of this repository; nothing was written"
            )


def _is_plain(target: Path, top: Path) -> bool:
    """Whether a file is in the repository, and in no folder of git or of another tool."""
    return target.is_relative_to(top) and not any(map(reason_by_name, target.relative_to(top).parts[:-1]))
