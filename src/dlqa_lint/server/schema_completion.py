"""Completion of the keys of settings and schema files, from the JSON Schemas that are made of their classes."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePath
from typing import Any

from lsprotocol.types import CompletionItem, CompletionItemKind, Position, Range, TextEdit

from dlqa_lint.config import settings
from dlqa_lint.config.json_schema import document_schema, settings_schema
from dlqa_lint.server.positions import Places, Units
from dlqa_lint.server.toml_places import TomlPlace, toml_place
from dlqa_lint.text.source import Source, Span

Json = Mapping[str, Any]
_TOOL = "tool.dlqa-lint"
_SCHEMA_HINTS = ("document.schema.json", "[question]")
"""What a TOML file says that is a document schema: the line for editors, or its first table."""


def keys(source: Source, position: Position, units: Units) -> list[CompletionItem]:
    """What may be written at a place of a TOML file; nothing in files that are not read by dlqa-lint."""
    schema, prefix = _schema_for(source)
    if schema is None:
        return []
    places = Places(source, units)
    offset = places.offset(position)
    place = toml_place(source.text, offset)
    span = places.range(Span(offset - len(place.typed), offset))
    return list(_items(schema, prefix, place, span))


def _schema_for(source: Source) -> tuple[Json | None, str]:
    """The schema of a file, and the table in which its keys are."""
    name = PurePath(source.path).name
    if name == "pyproject.toml":
        return _settings(), _TOOL
    if name in settings.FILES:
        return _settings(), ""
    return (_document(), "") if any(hint in source.text for hint in _SCHEMA_HINTS) else (None, "")


@cache
def _settings() -> Json:
    return settings_schema()


@cache
def _document() -> Json:
    return document_schema()


def _items(schema: Json, prefix: str, place: TomlPlace, span: Range) -> Iterator[CompletionItem]:
    if place.awaits == "table":
        for name, about in _tables(schema, prefix):
            if name not in place.written and "]" not in place.typed:
                yield _item(name, about, CompletionItemKind.Module, span)
        return
    table = ".".join(place.table)
    if table != prefix and not table.startswith(f"{prefix}." if prefix else ""):
        return
    path = tuple(part for part in table.removeprefix(prefix).split(".") if part)
    properties = _properties(schema, path)
    if place.awaits == "value":
        about = properties.get(place.key, {})
        for value in _values(schema, about):
            yield _item(value, about, CompletionItemKind.Value, span)
        return
    for name, about in properties.items():
        if name not in place.written and not _is_table(schema, about):
            yield _item(name, about, CompletionItemKind.Property, span, " = ")


def _item(name: str, about: Json, kind: CompletionItemKind, span: Range, after: str = "") -> CompletionItem:
    return CompletionItem(
        name, kind=kind, documentation=about.get("description"), text_edit=TextEdit(span, name + after)
    )


def _properties(schema: Json, path: tuple[str, ...]) -> Json:
    """The keys of a table."""
    table = schema
    for name in path:
        table = _target(schema, table.get("properties", {}).get(name, {}))
    found: Json = table.get("properties", {})
    return found


def _tables(schema: Json, prefix: str) -> Iterator[tuple[str, Json]]:
    """The names of all tables, from the top of the file."""
    if prefix:
        yield prefix, schema
    for name, about in schema["properties"].items():
        if _is_table(schema, about):
            yield f"{prefix}.{name}" if prefix else name, about


def _is_table(schema: Json, about: Json) -> bool:
    target = _target(schema, about)
    return "properties" in target or ("additionalProperties" in target and target.get("type") == "object")


def _target(schema: Json, about: Json) -> Json:
    """What a key holds: the table that a reference names; of a list, that of its elements."""
    if "anyOf" in about:
        about = next((kind for kind in about["anyOf"] if kind.get("type") != "null"), about)
    if "items" in about:
        about = about["items"]
    name = about.get("$ref", "").rpartition("/")[2]
    found: Json = schema["$defs"][name] if name else about
    return found


def _values(schema: Json, about: Json) -> list[str]:
    """The values that a key may have, where they can be counted."""
    target = _target(schema, about)
    if target.get("type") == "boolean":
        return ["true", "false"]
    return [f'"{value}"' for value in target.get("enum", ())]
