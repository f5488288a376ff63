"""A schema as the text of a TOML file, whose comments say what each key does and why it has its value."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import Field
from textwrap import wrap
from typing import Any

from dlqa_lint.model.schema import Schema, Table, keys

_WIDTH = 110


def schema_text(
    schema: Schema, evidence: Mapping[str, str] | None = None, heading: Sequence[str] = ()
) -> str:
    """The text of a schema file; `evidence` says by key (`answer.form`) what its value was learned from.

    The file says nothing about `inferred`: what is written in a file is the owner's word. `heading` are
    paragraphs above it.
    """
    evidence = evidence or {}
    parts = ["\n#\n".join("\n".join(comment(paragraph)) for paragraph in heading)] if heading else []
    for item in keys(schema):
        value = getattr(schema, item.name)
        if isinstance(value, Table):
            lines = list(_table(item.name, value, evidence))
            parts += ["\n".join([f"[{item.name}]", *lines])] if lines else []
        elif value is not None:
            parts.append("\n".join(_blocks(item, value, evidence)))
    return "\n\n".join(parts) + "\n"


def value_text(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(value_text, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # TOML strings are JSON strings, except that they cannot hold a bare DEL.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return repr(value)


def comment(text: str) -> list[str]:
    """A text as comment lines; control characters, which no comment may hold, become blanks."""
    clean = "".join(char if char.isprintable() else " " for char in text)
    lines = wrap(clean, _WIDTH - 2, break_long_words=False, break_on_hyphens=False)
    return [f"# {line}" for line in lines]


def _table(name: str, table: Table, evidence: Mapping[str, str]) -> Iterator[str]:
    """The keys of a table, each under what it does, and proposals for those that are not set."""
    default = type(table)()
    for index, item in enumerate(keys(table)):
        path, value = f"{name}.{item.name}", getattr(table, item.name)
        stated = item.metadata["stated"] or value != getattr(default, item.name)
        proposed = item.metadata.get("examples", ())
        if not stated and not proposed and path not in evidence:
            continue
        yield from [""] if index else []
        yield from comment(item.metadata["description"])
        yield from _learned(path, evidence)
        if stated:
            yield _assignment(item, value)
        elif proposed:
            yield f"# {_assignment(item, proposed[0])}"


def _blocks(item: Field[Any], tables: Sequence[Table], evidence: Mapping[str, str]) -> Iterator[str]:
    """The lines of an array of tables, or a proposal where it is empty."""
    yield from comment(item.metadata["description"])
    yield from _learned(item.name, evidence)
    if not tables:
        (proposed,) = item.metadata["examples"][0]
        yield "#"
        yield from (f"# {line}" for line in _block(item.name, proposed))
    for index, table in enumerate(tables):
        yield from [""] if index else []
        yield from _block(item.name, table)


def _block(name: str, table: Table) -> list[str]:
    return [f"[[{name}]]", *(_assignment(item, getattr(table, item.name)) for item in keys(table))]


def _assignment(item: Field[Any], value: Any) -> str:
    """The line that sets a key."""
    written = value[0] if item.metadata["alone"] and len(value) == 1 else value
    return f"{item.name} = {value_text(written)}"


def _learned(key: str, evidence: Mapping[str, str]) -> list[str]:
    return comment(f"Evidence: {evidence[key]}.") if key in evidence else []
