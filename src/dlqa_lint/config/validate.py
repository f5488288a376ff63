"""Files into frozen data: reading TOML, validating it, and saying what is wrong with it.

The only module that knows pydantic, which is imported only when a file is read because it costs more than the
whole rest of the start.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import Field
from functools import cache
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from dlqa_lint.disk.regular_files import SETTINGS_LIMIT, read_regular
from dlqa_lint.errors import CannotRunError
from dlqa_lint.model.schema import Table, keys
from dlqa_lint.text.excess import excess

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

Data = TypeVar("Data", bound=Table)
Key = tuple[str | int, ...]

_EXPECTED = {
    "string_type": "a string",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a table",
    "dataclass_type": "a table",
}
_LONGEST = 60


class InvalidFileError(CannotRunError):
    """A schema or settings file that cannot be used; the message has a line for each problem."""


def read_toml(path: Path, name: str) -> dict[str, Any]:
    """The data of a TOML file; raises InvalidFileError, with the name that users know the file by."""
    import tomllib  # only where a file is read

    try:
        # Some editors write a byte order mark, which TOML does not know.
        text = read_regular(path, name, SETTINGS_LIMIT).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise InvalidFileError(f"{name}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InvalidFileError(f"{name}: byte {error.start} is not UTF-8, which TOML must be") from error
    if wrong := excess(text):
        raise InvalidFileError(f"{name}: {wrong}")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidFileError(f"{name}: not valid TOML: {error}") from error


def validated(kind: type[Data], data: Mapping[str, Any], name: str, at: Key = ()) -> Data:
    """The data as an object of a class; raises InvalidFileError with the full path of each wrong key."""
    from pydantic import ValidationError  # only where a file is read

    try:
        # JSON, because strict validation of Python data would refuse a list where the class has a tuple.
        # mypy takes a class for unhashable whose instances define `__eq__`.
        text = json.dumps(data, default=str)
        found: Data = _adapter(kind).validate_json(text, strict=True)  # type: ignore[arg-type]
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        lines = dict.fromkeys(_line(kind, detail, at) for detail in details)
        raise InvalidFileError(*(f"{name}: {line}" for line in lines)) from error
    return found


@cache
def _adapter(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter  # only where a file is read

    return TypeAdapter(kind)


def problem(key: Key, found: object, expected: str, nearest: str = "") -> str:
    """One line on a wrong key: its full path, what was found and expected, and the nearest right name."""
    return f"{key_path(key)}: found {quoted(found)}, expected {expected}{did_you_mean(nearest)}"


def key_path(key: Key) -> str:
    """A key as people write it: `bank[2].include`, items counted from 1."""
    path = ""
    for part in key:
        if isinstance(part, int):
            path += f"[{part + 1}]"
        else:
            bare = part.replace("-", "").replace("_", "").isalnum()
            path += ("." if path else "") + (part if bare else json.dumps(part, ensure_ascii=False))
    return path


def nearest_name(name: str, known: Collection[str]) -> str:
    """The known name that a wrong one resembles most, "" for none."""
    from difflib import get_close_matches  # only where something is wrong

    return next(iter(get_close_matches(name.replace("_", "-"), sorted(known), 1)), "") or next(
        iter(get_close_matches(name, sorted(known), 1)), ""
    )


def did_you_mean(name: str) -> str:
    """The half sentence that proposes a name, "" without one."""
    return f'; did you mean "{name}"?' if name else ""


def quoted(value: object) -> str:
    """A value as it is in the file, shortened."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def keys_of(kind: type[Table]) -> dict[str, str]:
    """The attributes of a table by their keys, as files write them."""
    rename: Any = kind.__pydantic_config__.get("alias_generator", str)
    return {rename(item.name): item.name for item in keys(kind)}


def keys_with(kind: type[Table], mark: str) -> Iterator[tuple[str, Field[Any]]]:
    """The keys in the tables of a class that are declared with a mark, `form` for one, each with its table's key."""
    hints = get_type_hints(kind)
    for part in keys(kind):
        for table in tables_in(hints[part.name]):
            yield from ((part.name, item) for item in keys(table) if item.metadata.get(mark))


def _line(kind: type[Table], detail: "ErrorDetails", at: Key) -> str:
    key: Key = (*at, *detail["loc"])
    if detail["type"] == "unexpected_keyword_argument":
        known = list(keys_of(_table_at(kind, detail["loc"][:-1])))
        hint = did_you_mean(nearest_name(str(key[-1]), known))
        return f"{key_path(key)}: found an unknown key, expected {_listed(known)}{hint}"
    if detail["type"] == "missing":
        return f"{key_path(key)}: found nothing, expected this key in the table"
    if detail["type"] in ("greater_than_equal", "less_than_equal"):
        return problem(key, detail["input"], _bounds(kind, detail["loc"]))
    if "expected" in detail.get("ctx", {}):
        expected = detail["ctx"]["expected"].replace("'", '"')
        choices = expected.replace(" or ", ", ").replace('"', "").split(", ")
        return problem(key, detail["input"], expected, nearest_name(str(detail["input"]), choices))
    return problem(key, detail["input"], _EXPECTED.get(detail["type"], detail["msg"]))


def _bounds(kind: type[Table], key: Key) -> str:
    """What a number may be, as its key is declared."""
    table = _table_at(kind, key[:-1])
    (item,) = [item for item in keys(table) if item.name == keys_of(table)[str(key[-1])]]
    least, most = item.metadata["ge"], item.metadata.get("le")
    return f"{least} or more" if most is None else f"a number from {least} to {most}"


def _listed(names: Collection[str]) -> str:
    *before, last = names
    return f"{', '.join(before)} or {last}" if before else last


def _table_at(kind: type[Table], key: Key) -> type[Table]:
    """The class of the table that a key leads to."""
    for part in key:
        if isinstance(part, str):
            kind = next(tables_in(get_type_hints(kind)[keys_of(kind)[part]]), kind)
    return kind


def tables_in(hint: Any) -> Iterator[type[Table]]:
    """The table classes that a type hint speaks of."""
    if isinstance(hint, type) and issubclass(hint, Table):
        yield hint
    elif get_origin(hint) in (tuple, Union, UnionType):
        for argument in get_args(hint):
            yield from tables_in(argument)
