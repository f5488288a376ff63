"""The format `jsonl`: one question a line, as JSON, with the path of its document."""

from collections.abc import Sequence
from typing import Any

from dlqa_lint.exports import Entry
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.exports.parts.record import record
from dlqa_lint.report.parts.document import dumps


def entry(item: Item) -> dict[str, Any]:
    """The question with all that is known of it."""
    return {"path": item.document.path, "id": item.key, **record(item)}


def whole(entries: Sequence[Entry]) -> str:
    """A line for each question."""
    return "".join(dumps(entry.made, indent=None) for entry in entries)
