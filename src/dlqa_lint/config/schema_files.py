"""Schemas from files: a TOML file by its path, or a shipped preset by its name."""

from collections.abc import Iterator
from pathlib import Path

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
    if preset.parent == PRESETS and preset.is_file() and "/" not in name:
        return preset
    path = (folder or Path()) / name
    if path.is_file():
        return path
    from dlqa_lint.config.validate import InvalidFileError, did_you_mean, nearest_name  # noqa: PLC0415

    hint = did_you_mean(nearest_name(name, preset_names()))
    raise InvalidFileError(f"{name}: found neither a schema file nor a preset of this name{hint}")


def load_schema(name: str, folder: Path | None = None) -> Schema:
    """The schema in a preset or file; raises InvalidFileError for anything wrong in it."""
    path = schema_file(name, folder)
    return read_schema(path, name if path.parent == PRESETS else path.as_posix())


def read_schema(path: Path, name: str) -> Schema:
    """The schema in a TOML file, which messages call `name`."""
    from dlqa_lint.config.validate import InvalidFileError, problem, read_toml, validated  # noqa: PLC0415

    data = read_toml(path, name)
    question = data.get("question")
    if isinstance(question, dict) and "form" in question:
        form = question["form"]
        if not isinstance(form, str | list):
            wrong = problem(("question", "form"), form, "a string or a list of strings")
            raise InvalidFileError(f"{name}: {wrong}")
        data["question"] = question | {"form": [form] if isinstance(form, str) else form}
    inferred = data.pop("inferred", None)
    schema = validated(Schema, data, name)
    lines = list(_problems(schema))
    if inferred is not None:
        lines.insert(0, "inferred: found an unknown key; only what was learned from a document is inferred")
    if lines:
        raise InvalidFileError(*(f"{name}: {line}" for line in lines))
    return schema


def _problems(schema: Schema) -> Iterator[str]:
    """What is wrong with a schema that has the right keys and types."""
    from dlqa_lint.config.validate import key_path, problem, quoted  # noqa: PLC0415

    forms: dict[tuple[str | int, ...], str] = {
        **{("question", "form", index): form for index, form in enumerate(schema.question.form)},
        ("answer", "form"): schema.answer.form,
        ("title", "form"): schema.title.form,
        ("options", "form"): schema.options.form if schema.options else "",
    }
    for key, form in forms.items():
        wrong = problem_of(form) if form or key[0] in ("question", "answer") else None
        if wrong:
            yield f"{key_path(key)}: found {quoted(form)}: {wrong}"
    counts = {
        ("numbering", "first"): schema.numbering.first or 0,
        ("answer", "min_words"): schema.answer.min_words,
        ("options", "minimum"): schema.options.minimum if schema.options else 0,
    }
    for at, count in counts.items():
        if count < 0:
            yield problem(at, count, "0 or more")
    threshold = schema.duplicates.threshold
    if threshold is not None and not 0 <= threshold <= 1:
        yield problem(("duplicates", "threshold"), threshold, "a number from 0 to 1")
