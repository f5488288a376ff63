"""Settings: which files are linted, by which schema, with which rules.

Settings are in `[tool.dlqa-lint]` of pyproject.toml, or in dlqa-lint.toml or .dlqa-lint.toml. The nearest
file upwards wins and none are merged, except that `extend` names one whose values are taken for those that
are missing. This module knows nothing of schemas. What a key does is declared with it, once.
"""

import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, ClassVar, Literal, NamedTuple

from dlqa_lint.disk import globs
from dlqa_lint.disk.presence import is_file, is_there
from dlqa_lint.disk.regular_files import SETTINGS_LIMIT, read_regular
from dlqa_lint.model.finding import Severity
from dlqa_lint.model.schema import Table, key, table

FILES = (".dlqa-lint.toml", "dlqa-lint.toml", "pyproject.toml")
_TABLE = ("tool", "dlqa-lint")
_LONGEST_CHAIN = 20  # settings files, each of which extends the next


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class SettingsTable(Table):
    """A table of a settings file, whose keys are written with hyphens."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": _kebab}


@table
class BankBlock(SettingsTable):
    """Documents of one kind, in a project that has several kinds."""

    include: tuple[str, ...] = key(
        "Patterns of the files that the block is about; they are linted as those of the main `include` are."
    )
    schema: str = key(
        "Their schema: a file, the name of a shipped one, or `auto`; not set: the main `schema`.", default=""
    )


@table
class Settings(SettingsTable):
    """The settings of a project. Paths and patterns count from the folder of the file that names them."""

    include: tuple[str, ...] = key(
        "Patterns of the bank's files, `content/**/*.md`. They are linted when no paths are given, and read as the "
        "rest of the bank when some are. One that matches nothing is an error.",
        default=(),
    )
    exclude: tuple[str, ...] = key(
        "Patterns of files and folders that are not linted. A file that is named on the command line is, unless "
        "`--force-exclude`.",
        default=(),
    )
    schema: str = key(
        "The schema of the included documents: a file, the name of a shipped one, or `auto` (each document its own, "
        "learned from it).",
        default="",
    )
    select: tuple[str, ...] | None = key(
        "The rules or families that run, in place of the default ones; the family `items`, which checks how quiz "
        "questions are worded, is off unless it is named.",
        default=None,
    )
    ignore: tuple[str, ...] = key(
        "Rules or families that do not run; a rule's own name takes precedence over its family's.", default=()
    )
    extend_select: tuple[str, ...] = key(
        "Rules or families that run in addition to the default ones.", default=()
    )
    severity: Mapping[str, Severity] = key(
        "Severities (`error`, `warning`, `info`) by rule or family, instead of the rules' own; also where a document "
        "is ambiguous.",
        default_factory=dict,
    )
    per_file_ignores: Mapping[str, tuple[str, ...]] = key(
        "Rules or families that are ignored in some files, by pattern.", default_factory=dict
    )
    fail_on: Literal["error", "warning", "info"] = key(
        "The lowest severity that makes a run fail.", default="warning"
    )
    baseline: str = key("The file of known findings, which do not count.", default="")
    embedding_model: str = key(
        "A sentence-embedding model that helps to find English questions that are asked twice: a folder, or an "
        "installed package that holds one. It needs the extra `embeddings`.",
        default="",
    )
    extend: str = key(
        "Another settings file, whose values count where this one has none; a key is replaced as a whole.",
        default="",
    )
    translations: Mapping[str, str] = key(
        'Where translations are whose paths do not show it, by their original: `"faq.md" = "i18n/{language}.md"`. '
        '`{name}` in both stands for the same, `"docs/{name}.md" = "{language}/{name}.md"`.',
        default_factory=dict,
    )
    bank: tuple[BankBlock, ...] = key(
        "Blocks for several kinds of document; the first whose `include` matches a file gives its schema.",
        default=(),
    )


class Project(NamedTuple):
    """Settings, the folder that their paths count from, and the file they were read from, if any."""

    root: Path
    settings: Settings = Settings()
    file: Path | None = None

    @property
    def include(self) -> tuple[str, ...]:
        """The patterns of all files of the bank."""
        blocks = (pattern for block in self.settings.bank for pattern in block.include)
        return tuple(dict.fromkeys((*self.settings.include, *blocks)))

    def includes(self, path: Path) -> bool:
        """Whether a pattern of the bank's files matches a file."""
        return any(self._matches(path, pattern) for pattern in self.include)

    def exclusion(self, path: Path) -> str | None:
        """The pattern that excludes a file, or None."""
        return next((pattern for pattern in self.settings.exclude if self._matches(path, pattern)), None)

    def schema_name(self, path: Path) -> str:
        """The name of the schema that the settings give a file, "" for none."""
        for block in self.settings.bank:
            if any(self._matches(path, pattern) for pattern in block.include):
                return block.schema or self.settings.schema
        include = self.settings.include
        meant = not include or any(self._matches(path, pattern) for pattern in include)
        return self.settings.schema if meant else ""

    def ignored_rules(self, path: Path) -> frozenset[str]:
        """The rules and families that are ignored in a file."""
        ignores = self.settings.per_file_ignores.items()
        return frozenset(name for pattern, names in ignores if self._matches(path, pattern) for name in names)

    def original_of(self, path: Path) -> Path | None:
        """The document that a file translates, as far as the settings say."""
        if not self.settings.translations:
            return None
        from dlqa_lint.config.translation_patterns import original_of  # only where there are some

        original = original_of(self._seen_from_root(path), self.settings.translations)
        return self.root / original if original else None

    def treats_alike(self, path: Path, other: Path) -> bool:
        """Whether the settings say the same of two files: whether and how they are linted."""

        def said(file: Path) -> tuple[object, ...]:
            included = [pattern for pattern in self.include if self._matches(file, pattern)]
            return bool(included), self.exclusion(file), self.schema_name(file), self.ignored_rules(file)

        return said(path) == said(other)

    def _seen_from_root(self, path: Path) -> str:
        return Path(os.path.relpath(path, self.root)).as_posix()

    def _matches(self, path: Path, pattern: str) -> bool:
        return globs.matches(self._seen_from_root(path), pattern)


def has_settings(file: Path) -> bool:
    """Whether a file that exists holds settings; a pyproject.toml need not."""
    return file.name != "pyproject.toml" or _own_table(file) is not None


def nearest(folder: Path, counts: Callable[[Path], bool] = has_settings) -> Path | None:
    """The settings file that counts in a folder: its own, or that of the nearest folder above."""
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - links stay links
    for above in (folder, *folder.parents):
        for name in FILES:
            file = above / name
            if is_file(file) and counts(file):
                return file
    return None


def load(file: Path, names: Collection[str]) -> Project:
    """The project that a settings file describes; raises InvalidFileError if anything is wrong.

    `names` are the names of all rules and families.
    """
    from dlqa_lint.config.validate import validated  # only where there are settings

    file = Path(os.path.abspath(file))  # noqa: PTH100
    settings = validated(Settings, _merged(file, names, ()), _shown(file), _at(file))
    return Project(file.parent, settings, file)


def _merged(file: Path, names: Collection[str], before: tuple[Path, ...]) -> dict[str, Any]:
    """The table of a file over that of the file it extends, each validated by itself."""
    from dlqa_lint.config.validate import InvalidFileError, problem, validated

    if file in before:
        circle = " extends ".join(_shown(step) for step in (*before[before.index(file) :], file))
        raise InvalidFileError(f"settings files extend each other: {circle}")
    if len(before) > _LONGEST_CHAIN:
        raise InvalidFileError(
            f"{_shown(before[0])}: found more than {_LONGEST_CHAIN} settings files that "
            "extend each other, expected fewer"
        )
    data = _own_table(file)
    if data is None:
        raise InvalidFileError(
            f"{_shown(file)}: found no table [tool.dlqa-lint], expected the settings there"
        )
    settings = validated(Settings, data, _shown(file), _at(file))
    _check(settings, file, names)
    if not settings.extend:
        return data
    base = Path(os.path.normpath(file.parent / settings.extend))
    if not is_file(base):
        line = problem((*_at(file), "extend"), settings.extend, "a settings file that exists")
        raise InvalidFileError(f"{_shown(file)}: {line}")
    return _rebased(_merged(base, names, (*before, file)), base.parent, file.parent) | data


def _own_table(file: Path) -> dict[str, Any] | None:
    """The settings that a file holds itself; None for a pyproject.toml without a table for them."""
    from dlqa_lint.config.validate import read_toml

    if file.name != "pyproject.toml":
        return read_toml(file, _shown(file))
    # Most files of that name say nothing about this linter, and reading TOML costs more than looking for a
    # word.
    if b"dlqa-lint" not in read_regular(file, _shown(file), SETTINGS_LIMIT):
        return None
    tool = read_toml(file, _shown(file)).get("tool")
    table = tool.get("dlqa-lint") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _check(settings: Settings, file: Path, names: Collection[str]) -> None:
    """Refuse names of rules and families that do not exist."""
    from dlqa_lint.config.validate import InvalidFileError, nearest_name, problem

    lists: dict[tuple[str, ...], tuple[str, ...]] = {
        ("select",): settings.select or (),
        ("ignore",): settings.ignore,
        ("extend-select",): settings.extend_select,
        ("severity",): tuple(settings.severity),
        **{("per-file-ignores", key): value for key, value in settings.per_file_ignores.items()},
    }
    lines = [
        problem((*_at(file), *key), name, "the name of a rule or a family", nearest_name(name, names))
        for key, found in lists.items()
        for name in found
        if name not in names
    ]
    if settings.translations:
        from dlqa_lint.config.translation_patterns import mistakes

        lines += [
            problem((*_at(file), "translations", original), found, expected)
            for original, found, expected in mistakes(settings.translations)
        ]
    if lines:
        raise InvalidFileError(*(f"{_shown(file)}: {line}" for line in lines))


def _rebased(data: dict[str, Any], old: Path, new: Path) -> dict[str, Any]:
    """Settings of one folder as they read from another; what has no slash stays as it is."""

    def moved(path: str) -> str:
        return Path(os.path.relpath(old / path, new)).as_posix() if "/" in path else path

    data = {key: value for key, value in data.items() if key != "extend"}
    for name in ("include", "exclude"):
        if name in data:
            data[name] = [moved(pattern) for pattern in data[name]]
    for name in ("schema", "baseline", "embedding-model"):
        if name in data:
            data[name] = _moved_name(data[name], old, new)
    if "per-file-ignores" in data:
        data["per-file-ignores"] = {moved(key): value for key, value in data["per-file-ignores"].items()}
    if "translations" in data:
        from dlqa_lint.config.translation_patterns import rebased

        data["translations"] = rebased(data["translations"], old, new)
    if "bank" in data:
        data["bank"] = [_rebased(block, old, new) for block in data["bank"]]
    return data


def _moved_name(name: str, old: Path, new: Path) -> str:
    """The name of a file or folder as it reads from another folder; a preset's name is none."""
    return Path(os.path.relpath(old / name, new)).as_posix() if is_there(old / name) else name


def _at(file: Path) -> tuple[str, ...]:
    return _TABLE if file.name == "pyproject.toml" else ()


def _shown(file: Path) -> str:
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()
