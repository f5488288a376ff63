"""Schemas from files: a TOML file by its path, or a shipped preset by its name."""

from collections.abc import Iterator
from pathlib import Path

from dlqa_lint.disk.presence import is_file
from dlqa_lint.model.form import problem_of
from dlqa_lint.model.schema import Schema

PRESETS = Path(__file__).parent / "presets"


def preset_names() -> tuple[str, ...]:
    """The names of the shipped presets, sorted."""
    return tuple(sorted(file.stem for file in PRESETS.glob("*.toml")))


def schema_file(name: str, folder: Path | None = None) -> Path:
    """The file that a preset's name or a path (from `folder`) stands for; InvalidFileError if none."""
    # A name with a dot or a slash in it can only be a path: `./list` is a file, `list` is the preset.
    preset = PRESETS / f"{name}.toml"
    if preset.parent == PRESETS and is_file(preset) and "/" not in name:
        return preset
    path = (folder or Path()) / name
    if is_file(path):
        return path
    from dlqa_lint.config.validate import InvalidFileError, did_you_mean, nearest_name

    hint = did_you_mean(nearest_name(name, preset_names()))
    raise InvalidFileError(f"{name}: found neither a schema file nor a preset of this name{hint}")


def load_schema(name: str, folder: Path | None = None) -> Schema:
    """The schema in a preset or file; raises InvalidFileError for anything wrong in it."""
    path = schema_file(name, folder)
    return read_schema(path, name if path.parent == PRESETS else path.as_posix())


def read_schema(path: Path, name: str) -> Schema:
    """The schema in a TOML file, which messages call `name`."""
    from dlqa_lint.config.validate import InvalidFileError, keys_with, problem, read_toml, validated

    data = read_toml(path, name)
    for part, item in keys_with(Schema, "alone"):
        table = data.get(part)
        if not isinstance(table, dict) or item.name not in table:
            continue
        given = table[item.name]
        if not isinstance(given, str | list):
            wrong = problem((part, item.name), given, "a string or a list of strings")
            raise InvalidFileError(f"{name}: {wrong}")
        data[part] = table | {item.name: [given] if isinstance(given, str) else given}
    inferred = data.pop("inferred", None)
    schema = validated(Schema, data, name)
    lines = list(_problems(schema))
    if inferred is not None:
        lines.insert(0, "inferred: found an unknown key; only what was learned from a document is inferred")
    if lines:
        raise InvalidFileError(*(f"{name}: {line}" for line in lines))
    return schema


def _problems(schema: Schema) -> Iterator[str]:
    """What is wrong with the forms of a schema that has the right keys, types and bounds."""
    from dlqa_lint.config.validate import key_path, keys_with, quoted

    for part, item in keys_with(Schema, "form"):
        # A quiz alone has options.
        value: str | tuple[str, ...] = getattr(getattr(schema, part), item.name, ())
        at: tuple[str | int, ...] = (part, item.name)
        forms = (
            {at: value}
            if isinstance(value, str)
            else {(*at, index): form for index, form in enumerate(value)}
        )
        for key, form in forms.items():
            wrong = problem_of(form) if form or item.metadata["form"] == "required" else None
            if wrong:
                yield f"{key_path(key)}: found {quoted(form)}: {wrong}"
