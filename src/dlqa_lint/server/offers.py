"""What may be done at a place: the code actions, one kind a module of `actions`, found by walking it.

Such a module has a function `offers(snapshot, span)`. What is looked at for an offer is what tells whether
it makes sense there; its edits are made, and proved, once somebody chooses it.
"""

from collections.abc import Iterator
from importlib import import_module

from dlqa_lint.discovery import modules_of
from dlqa_lint.server import actions
from dlqa_lint.server.actions import Offer
from dlqa_lint.server.snapshot import Snapshot
from dlqa_lint.text.source import Span


def offers_at(snapshot: Snapshot, span: Span) -> Iterator[Offer]:
    """All offers for what is selected."""
    for name in modules_of(actions.__path__):
        yield from import_module(f"{actions.__name__}.{name}").offers(snapshot, span)


def chosen(snapshot: Snapshot, span: Span, index: int, title: str) -> Offer | None:
    """The offer that somebody has chosen; None where the document has changed so that there is none any more."""
    found = list(offers_at(snapshot, span))
    return found[index] if index < len(found) and found[index].title == title else None
