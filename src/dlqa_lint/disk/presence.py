"""Whether something is there: mere questions, of which `disk/looks` hears nothing.

A remembered run is known to be stale by what it opened and listed, and by the few names in `disk/facts`. So ask only
for what is opened next, or where no run is remembered; `files.absent` answers so that the answer is remembered.
"""

import os
from pathlib import Path


def is_there(path: str | Path) -> bool:
    """Whether there is anything of a name, a link that leads nowhere included."""
    return os.path.lexists(path)


def is_file(path: str | Path) -> bool:
    """Whether a path leads to a regular file."""
    return os.path.isfile(path)  # noqa: PTH113 - a string is most often at hand


def is_folder(path: str | Path) -> bool:
    """Whether a path leads to a folder."""
    return os.path.isdir(path)  # noqa: PTH112


def is_link(path: str | Path) -> bool:
    """Whether a path is that of a symbolic link."""
    return os.path.islink(path)  # noqa: PTH114
