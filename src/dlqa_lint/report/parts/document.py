"""One JSON document as text."""

import json

from dlqa_lint.text.lazy_regex import regex

# The characters that begin a command to a CI system count as control characters.
_STEERING = regex(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069]|#(?=#(?:\[|vso\[|teamcity\[))")


def dumps(value: object, indent: int | None = 2) -> str:
    """The value as JSON that any stream of UTF-8 takes and no terminal obeys."""
    text = json.dumps(value, ensure_ascii=False, indent=indent) + "\n"
    text = _STEERING.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    # A file name that is not UTF-8 reaches us as lone surrogates; as escapes they are valid JSON.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
