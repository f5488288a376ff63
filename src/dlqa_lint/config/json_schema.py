"""The JSON Schemas of schema files and settings files, made from their classes, for editors.

`python -m dlqa_lint.config.json_schema FOLDER` writes them.
"""

import ast
import inspect
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dlqa_lint.config.settings import Settings
from dlqa_lint.model.schema import Schema, Table

Json = dict[str, Any]
Maker = Callable[[], Json]


def document_schema() -> Json:
    """The JSON Schema of a schema file."""
    made = _made(Schema, "Schema of question documents")
    del made["properties"]["inferred"]
    form = made["$defs"]["QuestionForm"]["properties"]["form"]
    listed = {"type": form.pop("type"), "items": form.pop("items")}
    form["anyOf"] = [{"type": "string"}, listed]
    return made


def settings_schema() -> Json:
    """The JSON Schema of a settings file, and of the table `[tool.dlqa-lint]`."""
    return _made(Settings, "Settings of dlqa-lint")


FILES: dict[str, Maker] = {"document.schema.json": document_schema, "settings.schema.json": settings_schema}


def text_of(schema: Json) -> str:
    """A JSON Schema as written in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main(argv: Sequence[str]) -> None:
    """Write all schemas into a folder."""
    folder = Path(argv[0] if argv else "schemas")
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in FILES.items():
        (folder / name).write_text(text_of(make()), encoding="utf-8", newline="\n")


def _made(kind: type[Table], title: str) -> Json:
    """The schema that pydantic makes of a class, with the docstrings of its attributes as descriptions."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - only where a schema is asked for

    made: Json = TypeAdapter(kind).json_schema()
    descriptions = _descriptions(sys.modules[kind.__module__]) | _descriptions(sys.modules[Schema.__module__])
    for name, table in {kind.__name__: made, **made.get("$defs", {})}.items():
        for key, value in table.get("properties", {}).items():
            value.pop("title", None)
            if text := descriptions.get((name, key.replace("-", "_"))):
                value["description"] = text
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": title}


def _descriptions(module: Any) -> dict[tuple[str, str], str]:
    """The docstrings below the attributes of a module's classes, by class and attribute."""
    found = {}
    for node in ast.parse(inspect.getsource(module)).body:
        if not isinstance(node, ast.ClassDef):
            continue
        for attribute, below in zip(node.body, node.body[1:], strict=False):
            if isinstance(attribute, ast.AnnAssign) and isinstance(attribute.target, ast.Name):
                text = getattr(below.value, "value", None) if isinstance(below, ast.Expr) else None
                if isinstance(text, str):
                    found[node.name, attribute.target.id] = " ".join(text.split())
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
