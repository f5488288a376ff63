"""Exporting: the questions of a bank become a file that other programs read, one module a format.

A format is a module of this package (`faq_jsonld` is the format `faq-jsonld`); there is no list to add it to,
and using one imports no other. It has two functions:

- `entry(item)` gives a question as the format has it, and raises `UnfitError` for one that it cannot hold,
- `whole(entries)` puts them together: a text, or bytes where people cannot read the format.

`parts` holds what formats are made of.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, NamedTuple

from dlqa_lint.discovery import modules_of
from dlqa_lint.exports.parts.item import Item


class UnfitError(Exception):
    """A question that a format cannot hold; the message says what it has or lacks."""


class Entry(NamedTuple):
    """A question, and what a format makes of it."""

    item: Item
    made: Any


class Export(NamedTuple):
    """A bank in a format, and the questions that could not go into it, each with the reason."""

    data: str | bytes
    taken: int
    left: tuple[tuple[Item, str], ...]


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(name.replace("_", "-") for name in modules_of(__path__)))


def exported(name: str, items: Iterable[Item]) -> Export:
    """Questions in the format of that name, which is one of `formats()`."""
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    entries: list[Entry] = []
    left: list[tuple[Item, str]] = []
    for item in items:
        try:
            entries.append(Entry(item, module.entry(item)))
        except UnfitError as error:
            left.append((item, str(error)))
    return Export(module.whole(entries), len(entries), tuple(left))
