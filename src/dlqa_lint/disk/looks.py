"""What a piece of work looks at: the files that it opens, the folders that it lists.

That is not declared but heard, through Python's audit events, so that nothing that a later part of the program
reads can be forgotten here. Not heard are mere questions whether something exists; `disk/facts` knows the few
names that are asked for.
"""

from __future__ import annotations

import os
import sys

from dlqa_lint.disk.facts import fact, stamp

# Type checkers take this name for true; importing it from typing would cost more than a short run.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_PACKAGE = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib costs more than all of this
_DISCOVERY = os.path.join(_PACKAGE, "discovery.py")  # noqa: PTH118
_READING = frozenset(("open", "os.listdir", "os.scandir"))
_CHANGING = ("os.", "shutil.", "subprocess.", "socket.", "tempfile.")
_HARMLESS = frozenset(("os.fork", "os.putenv", "os.unsetenv", "os.add_dll_directory", "os.walk", "os.fwalk"))


class Looks:
    """Hears what work looks at, and whether it did anything besides; `own` is the folder of its cache.

    Python never stops to tell whoever listens once, so one of these serves any number of works.
    """

    def __init__(self, own: str) -> None:
        self.files: dict[str, tuple[int, ...] | None] = {}
        self.folders: dict[str, Any] = {}
        self.spoiled = False
        self._own = own
        self._on = False
        sys.addaudithook(self._hear)

    def during(self, work: Callable[[], int]) -> int:
        """The exit code of a piece of work, which is heard from now on in place of the last one."""
        self.files, self.folders, self.spoiled = {}, {}, False
        self._on = True
        try:
            return work()
        finally:
            self._on = False

    @property
    def paths(self) -> list[str]:
        """All files and folders that were looked at."""
        return [*self.files, *(name[:-1] for name in self.folders)]

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._on or not (event in _READING or event.startswith(_CHANGING)):
            return
        # The code that is imported is known to the store already.
        if _imports(sys._getframe(1).f_code.co_filename):
            return
        self._on = False  # looking closer raises events of its own
        try:
            if event == "open":
                self._opened(*arguments)
            elif event in _READING:
                self._listed(*arguments)
            elif event not in _HARMLESS and not self._is_own(arguments):
                self.spoiled = True
        except Exception:
            # What cannot be understood cannot be remembered; raised here, it would stop the run itself.
            self.spoiled = True
        finally:
            self._on = True

    def _opened(self, path: Any, mode: Any, flags: Any) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        name = os.path.abspath(os.fsdecode(path))  # noqa: PTH100
        changing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND
        writes = isinstance(flags, int) and bool(flags & changing)
        writes = writes or (isinstance(mode, str) and not set(mode).isdisjoint("wax+"))
        if self._is_own((name,)) and (writes or "." not in os.path.basename(name)):  # noqa: PTH119
            return  # what the store does; a document that somebody keeps in its folder has an ending
        if writes:
            self.spoiled = True
        else:
            self.files.setdefault(name, stamp(name))

    def _listed(self, folder: Any = None) -> None:
        name = os.path.abspath(os.fsdecode(folder or ".")).rstrip("/\\") + "/"  # noqa: PTH100
        if name not in self.folders:
            self.folders[name] = fact(name)

    def _is_own(self, arguments: tuple[Any, ...]) -> bool:
        paths = [str(argument) for argument in arguments if isinstance(argument, str | os.PathLike)]
        own = self._own + os.sep
        return bool(paths) and all((os.path.abspath(path) + os.sep).startswith(own) for path in paths)  # noqa: PTH100


def _imports(file: str) -> bool:
    """Whether a file holds code of the import system, or lists the linter's own modules."""
    return file.startswith(("<frozen importlib", "<frozen zipimport")) or file == _DISCOVERY
