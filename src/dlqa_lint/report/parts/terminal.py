"""Text on a terminal: what may be printed, how wide it is, and its colours."""

import re
import unicodedata

from dlqa_lint.model.finding import Severity
from dlqa_lint.text.lazy_regex import regex

_UNPRINTABLE = regex(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# GitHub's runner obeys `##[error]` wherever it stands in a line of output, and `::error::` at a line's start.
_COMMAND = regex(r"##(?=\[[A-Za-z-]+[\] ])")
_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
BOLD, BLUE, CYAN = "1", "34", "36"
COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;34"}


def visible(text: str) -> str:
    """The text with every character that could steer a terminal replaced by a picture of it, one for one.

    Marks that override the direction of writing count as such, because they hide what a line says.
    """
    if not text.isprintable():
        text = _UNPRINTABLE.sub(_picture, text)
    return _COMMAND.sub("#\uff03", text) if "##[" in text else text


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def place_name(path: str) -> str:
    """The path as printed at the start of a line, where it must not look like a command to a CI system."""
    shown = visible(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def cells(text: str) -> list[int]:
    """How many cells of a terminal each character takes: marks and what is joined on none, wide ones two."""
    if text.isascii():
        return [1] * len(text)
    widths: list[int] = []
    before = ""
    for character in text:
        widths.append(0 if before == _JOINER else _width(character, before))
        if character == _EMOJI_STYLE and len(widths) > 1 and widths[-2] == 1 and before > "\u00ff":
            widths[-2] = 2
        before = character
    return widths


def _width(character: str, before: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    if "\U0001f3fb" <= character <= "\U0001f3ff" and before > "\u2600":  # a skin colour belongs to its emoji
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def paint(text: str, color: str, on: bool) -> str:
    """The text in a colour, if colours are on."""
    return f"\x1b[{color}m{text}\x1b[0m" if on and text else text
