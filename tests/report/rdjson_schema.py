"""What dlqa-lint writes of reviewdog's diagnostic format, put down from the comments of its definition.

The definition allows further keys, but versions of reviewdog up to 2024 refuse a result that has one.
"""

from typing import Any


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": properties,
    }


_COUNT = {"type": "integer", "minimum": 1, "maximum": 2**31 - 1}
_TEXT = {"type": "string", "minLength": 1}
_POSITION = _object("line", line=_COUNT, column=_COUNT)
_RANGE = _object("start", start=_POSITION, end=_POSITION)
_NAMED = _object("name", name=_TEXT, url=_TEXT)
_SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
_DIAGNOSTIC = _object(
    "message location",
    message=_TEXT,
    location=_object("path", path=_TEXT, range=_RANGE),
    severity=_SEVERITY,
    source=_NAMED,
    code=_object("value", value=_TEXT, url=_TEXT),
    suggestions={"type": "array", "items": _object("range text", range=_RANGE, text={"type": "string"})},
    original_output={"type": "string"},
)
RDJSON = _object(
    "diagnostics",
    diagnostics={"type": "array", "items": _DIAGNOSTIC},
    source=_NAMED,
    severity=_SEVERITY,
)
