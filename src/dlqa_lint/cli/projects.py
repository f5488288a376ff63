"""Which settings and schemas count for which files; each is read once."""

import os
from pathlib import Path

from dlqa_lint.cli.options import ReadingOptions
from dlqa_lint.cli.parsing import recalled
from dlqa_lint.cli.selection import rule_names
from dlqa_lint.config import settings
from dlqa_lint.config.settings import Project
from dlqa_lint.disk.cache import FOLDER, Store
from dlqa_lint.model.schema import Schema

AUTO = "auto"
"""The name that means a schema learned from the document."""


class Projects:
    """The projects of folders, as options and the nearest settings files say, and the schemas that these name.

    `store` remembers, from run to run, what was made of files.
    """

    def __init__(self, options: ReadingOptions) -> None:
        self.store = Store(None if options.no_cache else os.path.abspath(options.cache_dir or FOLDER))  # noqa: PTH100
        self._given = None if options.config is None else Path(options.config)
        self._isolated = options.isolated
        self._none = Project(Path.cwd())
        self._of: dict[Path, Project] = {}
        self._loaded: dict[Path, Project] = {}
        self._schemas: dict[tuple[Path, str], Schema] = {}

    def of(self, folder: Path) -> Project:
        """The project that files of a folder belong to."""
        if folder not in self._of:
            self._of[folder] = self._find(folder)
        return self._of[folder]

    def _find(self, folder: Path) -> Project:
        if self._isolated:
            return self._none
        file = self._given or settings.nearest(folder, self._has_settings)
        if file is None:
            return self._none
        if file not in self._loaded:
            self._loaded[file] = recalled(
                self.store, "settings", file, lambda: settings.load(file, rule_names()), _stands_alone
            )
        return self._loaded[file]

    def _has_settings(self, file: Path) -> bool:
        if file.name != "pyproject.toml":
            return True
        return recalled(self.store, "table", file, lambda: settings.has_settings(file))

    def schema(self, name: str, folder: Path) -> Schema | None:
        """The schema of a name or a file, as seen from a folder; None for the one that is learned."""
        if name in ("", AUTO):
            return None
        if (folder, name) not in self._schemas:
            from dlqa_lint.config.schema_files import load_schema, schema_file  # only with a schema

            file = schema_file(name, folder)
            self._schemas[folder, name] = recalled(
                self.store, "schema", file, lambda: load_schema(name, folder)
            )
        return self._schemas[folder, name]


def _stands_alone(project: Project) -> bool:
    """Whether the settings of a project come from its own file only."""
    return not project.settings.extend
