"""The format `json`: an array of documents with their schemas and questions."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from dlqa_lint.exports import Entry
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.exports.parts.record import record
from dlqa_lint.model.bank import Document
from dlqa_lint.report.parts.document import dumps


def entry(item: Item) -> dict[str, Any]:
    """The question with all that is known of it."""
    return record(item)


def whole(entries: Sequence[Entry]) -> str:
    """The documents, in order."""
    by_path = groupby(entries, key=lambda entry: entry.item.document.path)
    return dumps([_document([*group]) for _, group in by_path])


def _document(entries: Sequence[Entry]) -> dict[str, Any]:
    document: Document = entries[0].item.document
    return {
        "path": document.path,
        "title": document.title.plain_text if document.title else None,
        "confidence": round(document.confidence, 3),
        "schema": asdict(document.schema),
        "questions": [entry.made for entry in entries],
    }
