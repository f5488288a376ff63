"""What fixes change, as a unified diff."""

from collections.abc import Iterator

from dlqa_lint.text.colours import BOLD, GREEN, RED, TEAL, paint
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source
from dlqa_lint.text.visible import shown_document

_NO_NEWLINE = "\\ No newline at end of file\n"
_COLOURS = {"---": BOLD, "+++": BOLD, "@": TEAL, "-": RED, "+": GREEN}
_CONTROL = regex(r"[\x00-\x08\x0b-\x1f\x7f]")
_ODD = regex(r"[\x00-\x1f\x7f\"\\]")


def unified(before: Source, after: Source, *, colour: bool = False) -> str:
    """The unified diff between two texts of one file; nothing where they are equal.

    Without colour it is what `patch -p0` applies, CRLF line ends kept. A carriage return that ends a line
    alone cannot appear in a diff and is shown as `^M`; on a terminal, so are all control characters.
    """
    if before.to_bytes() == after.to_bytes():
        return ""
    import difflib  # only where a diff is shown

    lines = difflib.unified_diff(
        list(_lines(before)), list(_lines(after)), name_in_diff(before.path), name_in_diff(after.path)
    )
    return "".join(_coloured(line) if colour else line for line in map(_ended, lines))


def name_in_diff(path: str) -> str:
    """A path as git writes it in a diff: in quotes where a line break or the like would end it."""
    if not _ODD.search(path):
        return path
    return '"' + _ODD.sub(lambda match: f"\\{ord(match.group()):03o}", path) + '"'


def _lines(source: Source) -> Iterator[str]:
    """The lines with their terminators, as the linter counts them."""
    text = source.text
    for index in range(len(source.starts)):
        line = source.slice(source.full_line_span(index))
        if index == 0 and source.bom:
            line = "\ufeff" + line
        if line or index < len(source.starts) - 1:
            yield line[:-1] + "^M\n" if line.endswith("\r") and text else line


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}"


def _coloured(line: str) -> str:
    """A line of a diff in its colour; what controls a terminal is spelled out."""
    shown = []
    for part in line.rstrip("\n").split("\n"):
        spelled = _CONTROL.sub(lambda match: "^" + chr(ord(match.group()) ^ 64), part.rstrip("\r"))
        visible = shown_document(spelled)
        code = next((code for start, code in _COLOURS.items() if part.startswith(start)), None)
        shown.append(paint(visible, code, True) if code else visible)
    return "\n".join(shown) + "\n"
