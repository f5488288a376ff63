"""The JSON Schemas of schema files and settings files, made from their classes, for editors.

`python -m dlqa_lint.config.json_schema FOLDER` writes them.
"""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dlqa_lint.config.settings import Settings
from dlqa_lint.config.validate import keys_of, keys_with
from dlqa_lint.disk.drafts import write_whole
from dlqa_lint.model.schema import Schema, Table

Json = dict[str, Any]
Maker = Callable[[], Json]


def document_schema() -> Json:
    """The JSON Schema of a schema file."""
    made = _made(Schema, "Schema of question documents")
    for part, item in keys_with(Schema, "alone"):
        about = _table(made, part)[item.name]
        listed = {"type": about.pop("type"), "items": about.pop("items")}
        about["anyOf"] = [listed["items"], listed]
    return made


def settings_schema() -> Json:
    """The JSON Schema of a settings file, and of the table `[tool.dlqa-lint]`."""
    return _made(Settings, "Settings of dlqa-lint")


FILES: dict[str, Maker] = {"document.schema.json": document_schema, "settings.schema.json": settings_schema}


def text_of(schema: Json) -> str:
    """A JSON Schema as written in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main(argv: Sequence[str]) -> None:
    """Write all schemas into a folder that exists."""
    folder = Path(argv[0] if argv else "schemas")
    for name, make in FILES.items():
        write_whole(folder / name, text_of(make()).encode())


def _made(kind: type[Table], title: str) -> Json:
    """The schema that pydantic makes of a class and of how its keys are declared."""
    from pydantic import TypeAdapter  # only where a schema is asked for

    made: Json = TypeAdapter(kind).json_schema()
    for table in (made, *made.get("$defs", {}).values()):
        for about in table.get("properties", {}).values():
            about.pop("title", None)
    for key in set(made["properties"]) - set(keys_of(kind)):
        del made["properties"][key]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": title}


def _table(made: Json, key: str) -> Json:
    """The keys of a table of a schema."""
    properties: Json = made["$defs"][made["properties"][key]["$ref"].rpartition("/")[2]]["properties"]
    return properties


if __name__ == "__main__":
    main(sys.argv[1:])
