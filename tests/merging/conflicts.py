"""The conflicts that git marks in a text."""

import re

_SIDE = r"(?:.*?\n)??"
_CONFLICT = re.compile(
    rf"^<{{7,}} [^\n]*\n(?P<ours>{_SIDE})(?:\|{{7,}} [^\n]*\n(?P<base>{_SIDE}))?"
    rf"={{7,}}\n(?P<theirs>{_SIDE})>{{7,}} [^\n]*\n",
    re.MULTILINE | re.DOTALL,
)


def conflicts_in(text: str) -> list[dict[str, str]]:
    """The sides of each conflict."""
    return [match.groupdict("") for match in _CONFLICT.finditer(text)]


def settled(text: str, side: str) -> str:
    """The text with one side of each conflict, as a person leaves it."""
    return _CONFLICT.sub(lambda match: match.groupdict("")[side], text)
