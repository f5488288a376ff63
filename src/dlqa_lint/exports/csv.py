"""The format `csv`: one question a row, for spreadsheets; all texts are Markdown.

It begins with a byte order mark, without which Excel does not take it for UTF-8.
"""

import csv
import io
import re
from collections.abc import Sequence

from dlqa_lint.exports import Entry
from dlqa_lint.exports.parts.item import Item

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA_SIGNS = "=+-@＝＋－＠\t\r"
"""What a cell begins with that a spreadsheet computes instead of showing it (OWASP, "CSV injection")."""
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?%?")


def entry(item: Item) -> dict[str, str]:
    """The cells of the question by their columns."""
    choices = zip(item.labels, item.choices, strict=True)
    return {
        "id": item.key,
        "path": item.document.path,
        "line": str(item.question.line),
        "section": " / ".join(item.sections),
        "number": item.number,
        "kind": item.kind,
        "question": item.asked,
        **{f"option {label}": choice.text for label, choice in choices},
        "correct": " ".join(item.labels[at] for at in item.right),
        "answer": item.explanation,
        **{f"field {field.name}": field.value for field in item.question.fields},
    }


def whole(entries: Sequence[Entry]) -> str:
    """The table, with a row of names."""
    text = io.StringIO()
    table = csv.DictWriter(text, _columns(entries), restval="", lineterminator="\n")
    table.writeheader()
    for entry in entries:
        table.writerow({column: _harmless(value) for column, value in entry.made.items()})
    return _BYTE_ORDER_MARK + text.getvalue()


def _columns(entries: Sequence[Entry]) -> list[str]:
    """The columns: the options in their order before what is right, the fields at the end."""
    found = dict.fromkeys(column for entry in entries for column in entry.made)
    options = sorted(column for column in found if column.startswith("option "))
    others = [column for column in found if column not in options]
    at = others.index("correct") if "correct" in others else 0
    return [*others[:at], *options, *others[at:]]


def _harmless(value: str) -> str:
    """A cell that no spreadsheet computes: an apostrophe goes before what would be a formula, or another one."""
    if value[:1] in (*_FORMULA_SIGNS, "'") and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value
