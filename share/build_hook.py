"""Puts the completions and manual pages into wheels, where `make share` has written them; hatchling calls it."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SharedFiles(BuildHookInterface):
    """What is in share/made/ becomes part of the folder share/ of an installation.

    A release always has it. A wheel of a mere clone, which pre-commit builds for one, goes without: what writes
    the files would have to be fetched each time.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files and their places."""
        made = Path(self.root, "share", "made")
        for file in filter(Path.is_file, made.rglob("*")):
            build_data["shared_data"][str(file)] = f"share/{file.relative_to(made).as_posix()}"
