"""Where in a TOML file the caret is: in which table, and at a table's name, a key or a value.

The file is being typed, so it is read line by line: a parser would refuse it.
"""

from typing import Literal, NamedTuple

from dlqa_lint.text.lazy_regex import regex

_TABLE = regex(r"\s*(\[\[?)\s*([^\[\]]*?)\s*\]{0,2}\s*(?:#.*)?$")
_KEY = regex(r"\s*([A-Za-z0-9_.\"'-]+)\s*=")
_VALUE = regex(r"\s*[A-Za-z0-9_.\"'-]+\s*=\s*(.*)$")
_WORD = regex(r"[A-Za-z0-9_.-]*$")

Path = tuple[str, ...]


class TomlPlace(NamedTuple):
    """What may be written at the caret.

    `table` is the one that the caret is in, `written` are the keys, or the tables, that are there already,
    `key` is the one whose value is awaited, and `typed` what is there of the word before the caret.
    """

    awaits: Literal["table", "key", "value"]
    table: Path
    written: frozenset[str]
    typed: str
    key: str = ""


def toml_place(text: str, offset: int) -> TomlPlace:
    """The place at an offset of a TOML file."""
    above = text[:offset].split("\n")
    line = above.pop()
    typed = _typed(line)
    if line.lstrip().startswith("["):
        return TomlPlace("table", (), _tables(text), line.lstrip().lstrip("[").lstrip())
    lines = text.split("\n")
    header = max((index for index, row in enumerate(above) if _is_table(row)), default=-1)
    end = next((i for i in range(header + 1, len(lines)) if _is_table(lines[i])), len(lines))
    table = _path(above[header]) if header >= 0 else ()
    others = [row for index, row in enumerate(lines[header + 1 : end], header + 1) if index != len(above)]
    written = frozenset(match[1] for row in others if (match := _KEY.match(row)))
    if value := _VALUE.match(line):
        key = _KEY.match(line)
        return TomlPlace("value", table, written, value[1], key[1] if key else "")
    return TomlPlace("key", table, written, typed)


def _typed(line: str) -> str:
    word = _WORD.search(line)
    return word.group() if word else ""


def _is_table(line: str) -> bool:
    return line.lstrip().startswith("[") and bool(_TABLE.match(line))


def _path(line: str) -> Path:
    match = _TABLE.match(line)
    return tuple(part.strip().strip("\"'") for part in match[2].split(".")) if match else ()


def _tables(text: str) -> frozenset[str]:
    """The tables that are written once; of those in double brackets there may be more."""
    rows = (row for row in text.split("\n") if _is_table(row) and not row.lstrip().startswith("[["))
    return frozenset(".".join(_path(row)) for row in rows)
