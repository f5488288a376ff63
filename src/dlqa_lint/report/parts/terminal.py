"""Text on a terminal: what may be printed, how wide it is, and how severities look."""

import unicodedata

from dlqa_lint.model.finding import Severity
from dlqa_lint.text.colours import BLUE, BOLD, ORANGE, RED
from dlqa_lint.text.visible import visible

_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
COLORS = {
    Severity.ERROR: f"{BOLD};{RED}",
    Severity.WARNING: f"{BOLD};{ORANGE}",
    Severity.INFO: f"{BOLD};{BLUE}",
}


def place_name(path: str) -> str:
    """The path as printed at the start of a line, where it must not look like a command to a CI system."""
    shown = visible(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def wrapped(text: str, width: int, taken: int = 0, indent: int = 0) -> str:
    """The text with its lines broken at spaces where they are wider than the screen, if it has a width.

    Of its first line, so many cells are taken already; the others begin with an indent.
    """
    if not width:
        return text
    lines, room = [""], width - taken
    for number, word in enumerate(text.split(" ")):
        needed = sum(cells(word))
        if number and needed >= room:
            lines.append(" " * indent)
            room = width - indent
        elif number:
            lines[-1] += " "
            room -= 1
        lines[-1] += word
        room -= needed
    return "\n".join(lines)


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
