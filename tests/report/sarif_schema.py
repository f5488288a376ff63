"""The part of the SARIF 2.1.0 schema that dlqa-lint writes, put down from the OASIS specification.

Section numbers are those of the specification. As there, an object holds no key that is not named, but for
property bags (3.8). Two demands of GitHub code scanning are added: a rule has a help, a result a location.
"""

from typing import Any

_TEXT = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 1}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_BAG = {"type": "object", "properties": {"tags": {"type": "array", "items": _TEXT, "uniqueItems": True}}}
_URI_REFERENCE = {"type": "string", "pattern": r"^([A-Za-z0-9._~!$&'()*+,;=@:/?-]|%[0-9A-F]{2})+$"}


def _object(required: str = "", **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": properties,
    }


def _list(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "minItems": least, "items": items}


_MESSAGE = _object("text", text=_TEXT, markdown=_TEXT, id=_TEXT, arguments=_list(_TEXT))  # 3.11
_HELP = _object("text", text=_TEXT, markdown=_TEXT)  # 3.12
_ARTIFACT = _object("uri", uri=_URI_REFERENCE, uriBaseId=_TEXT)  # 3.4
_REGION_KEYS = ("startLine", "startColumn", "endLine", "endColumn")
_REGION = _object(" ".join(_REGION_KEYS), **dict.fromkeys(_REGION_KEYS, _COUNT))  # 3.30
_PHYSICAL = _object(  # 3.29
    "artifactLocation region", artifactLocation=_ARTIFACT, region=_REGION, contextRegion=_REGION
)
_LOCATION = _object(  # 3.28
    "physicalLocation", id={"type": "integer", "minimum": 0}, physicalLocation=_PHYSICAL, message=_MESSAGE
)
_REPLACEMENT = _object(  # 3.57
    "deletedRegion", deletedRegion=_REGION, insertedContent=_object(text={"type": "string"})
)
_CHANGE = _object(  # 3.56
    "artifactLocation replacements", artifactLocation=_ARTIFACT, replacements=_list(_REPLACEMENT, 1)
)
_FIX = _object(  # 3.55
    "artifactChanges", description=_MESSAGE, artifactChanges=_list(_CHANGE, 1), properties=_BAG
)
_RULE = _object(  # 3.49
    "id shortDescription fullDescription help defaultConfiguration",
    id=_TEXT,
    name={**_TEXT, "maxLength": 255},
    shortDescription=_object("text", text={**_TEXT, "maxLength": 1024}),
    fullDescription=_object("text", text={**_TEXT, "maxLength": 1024}),
    help=_HELP,
    helpUri={**_TEXT, "pattern": "^https://"},
    defaultConfiguration=_object(level=_LEVEL),  # 3.50
    properties=_BAG,
)
_DRIVER = _object(  # 3.19
    "name rules",
    name=_TEXT,
    version=_TEXT,
    semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
    informationUri={**_TEXT, "pattern": "^https://"},
    rules=_list(_RULE),
)
_RESULT = _object(  # 3.27
    "ruleId ruleIndex level message locations partialFingerprints",
    ruleId=_TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=_LEVEL,
    message=_MESSAGE,
    locations=_list(_LOCATION, 1),
    partialFingerprints={"type": "object", "minProperties": 1, "additionalProperties": _TEXT},
    relatedLocations=_list(_LOCATION),
    fixes=_list(_FIX),
)
_RUN = _object(  # 3.14
    "tool results",
    tool=_object("driver", driver=_DRIVER),
    automationDetails=_object(id=_TEXT),  # 3.17
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=_list(_RESULT),
)
SARIF: dict[str, Any] = _object(  # 3.13
    "version runs", **{"$schema": {"type": "string"}}, version={"const": "2.1.0"}, runs=_list(_RUN)
)
