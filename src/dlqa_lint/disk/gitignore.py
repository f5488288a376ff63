"""What .gitignore files say; pathspec, which only this module knows, is imported only where there is one."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Ignores:
    """The .gitignore files that count for what lies below a folder: its own, those below and those above.

    Above, they count up to the top of the repository, or without one up to the current folder. A folder
    that they ignore but that somebody names is listed all the same, unless `forced`.
    """

    def __init__(self, folder: Path, *, forced: bool = False) -> None:
        self._folder = Path(os.path.abspath(folder))  # noqa: PTH100 - links stay links
        self._forced = forced
        self._specs: dict[Path, GitIgnoreSpec | None] = {}

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
            spec = self._spec(folder)
            if spec:
                name = path.relative_to(folder).as_posix() + ("/" if is_folder else "")
                ignored = spec.check_file(name).include
                if ignored is not None:
                    return f"ignored by {_near(folder / '.gitignore')}" if ignored else None
            if folder == top:
                break
        return None

    def _spec(self, folder: Path) -> "GitIgnoreSpec | None":
        if folder not in self._specs:
            self._specs[folder] = _load(folder / ".gitignore")
        return self._specs[folder]


def _near(file: Path) -> str:
    return Path(os.path.relpath(file)).as_posix()


def _load(file: Path) -> "GitIgnoreSpec | None":
    try:
        text = file.read_text("utf-8", errors="replace")
    except OSError:
        return None
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - costs more than a small document

    try:
        return GitIgnoreSpec.from_lines(text.splitlines())
    except ValueError:
        return GitIgnoreSpec.from_lines(line for line in text.splitlines() if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    """Whether a line can be understood; Git passes over those that cannot, such as a lone "!"."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
