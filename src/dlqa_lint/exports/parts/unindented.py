"""A piece of a document without the indentation of the item that it is in."""

import re
from textwrap import dedent

_BLANK = re.compile(r"\s*")


def unindented(text: str, frame: re.Pattern[str] = _BLANK) -> str:
    """The text unindented, without the lines around it that match `frame`; tabs inside its lines stay.

    Its first line may begin in the middle of one of the document's, and says nothing about the indentation.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first, end = 0, len(lines)
    while first < end and frame.fullmatch(lines[first]):
        first += 1
    while end > first and frame.fullmatch(lines[end - 1]):
        end -= 1
    if first > 0:
        return dedent("\n".join(lines[first:end])).rstrip()
    return "\n".join([lines[0].lstrip(), dedent("\n".join(lines[1:end]))]).rstrip()
