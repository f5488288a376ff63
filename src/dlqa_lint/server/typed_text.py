"""The text of a document after what was typed in it.

pygls keeps texts as well, but it ends lines at form feeds and Unicode separators too; after the first of
them, what is typed would land in another line.
"""

from collections.abc import Iterable

from lsprotocol.types import TextDocumentContentChangeEvent, TextDocumentContentChangePartial

from dlqa_lint.server.positions import Places, Units
from dlqa_lint.text.source import Source


def changed(source: Source, changes: Iterable[TextDocumentContentChangeEvent], units: Units) -> Source:
    """A source after changes, of which each counts from what the one before it left."""
    for change in changes:
        if isinstance(change, TextDocumentContentChangePartial):
            start, end = Places(source, units).span(change.range)
            bom = "\ufeff" * source.bom
            text = bom + source.text[:start] + change.text + source.text[end:]
        else:
            text = change.text
        source = Source(source.path, text)
    return source
