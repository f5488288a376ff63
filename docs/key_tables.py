"""The tables of keys in the guides, made from the classes that declare them; `make schemas` writes them."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, Field
from pathlib import Path
from typing import Any, get_type_hints

from dlqa_lint.config.settings import Settings
from dlqa_lint.config.validate import keys_of, tables_in
from dlqa_lint.config.write import value_text
from dlqa_lint.model.schema import Schema, Table, keys

PAGES: dict[str, type[Table]] = {"schema.md": Schema, "settings.md": Settings}
_PLACE = re.compile(r"(?<=<!-- keys -->\n\n).*?(?=\n\n<!-- end of keys -->)", re.DOTALL)


def with_table(page: str, kind: type[Table]) -> str:
    """The text of a page with the table of the keys of a class between the two comments that mark its place."""
    rows = ["| key | what it says | default |", "| --- | --- | --- |", *_rows(kind)]
    return _PLACE.sub(lambda _: "\n".join(rows), page)


def _rows(kind: type[Table]) -> Iterator[str]:
    """The keys of a table, and after each that holds tables the keys of these."""
    hints = get_type_hints(kind)
    names = {attribute: name for name, attribute in keys_of(kind).items()}
    for item in keys(kind):
        (inner, *_) = (*tables_in(hints[item.name]), None)
        is_array = inner is not None and item.default == ()
        name = names[item.name]
        shown = name if inner is None else f"[[{name}]]" if is_array else f"[{name}]"
        does = item.metadata.get("description") or (inner.__doc__ if inner else "")
        yield f"| `{shown}` | {_cell(str(does))} | {'' if inner else _default(item)} |"
        yield from _rows(inner) if inner else ()


def _default(item: Field[Any]) -> str:
    if item.default is MISSING and item.default_factory is MISSING:
        return "must be given"
    return "" if item.default in (None, "", (), MISSING) else f"`{value_text(item.default)}`"


def _cell(text: str) -> str:
    """A text in a cell, which a bar would end."""
    return text.replace("|", "\\|")


def main() -> None:
    """Write the tables into the pages beside this file."""
    for name, kind in PAGES.items():
        path = Path(__file__).parent / name
        path.write_text(with_table(path.read_text("utf-8"), kind), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
