"""Open documents for tests, without an editor: what the server knows of them."""

from collections.abc import Mapping
from pathlib import Path

from dlqa_lint.cli.commands import server
from dlqa_lint.cli.options import ReadingOptions
from dlqa_lint.cli.parsers import parse
from dlqa_lint.server.open_documents import OpenDocument, OpenDocuments
from dlqa_lint.server.snapshot import Held, Snapshot
from dlqa_lint.text.source import Source, Span


def options(*arguments: str) -> ReadingOptions:
    """The options of the command."""
    return server.reading_options(parse("server", arguments, named=True))


def open_documents(*arguments: str) -> OpenDocuments:
    """Open documents, none so far; a bug in what it does is raised."""

    def complain(doing: str, error: Exception) -> None:
        raise AssertionError(doing) from error

    return OpenDocuments(options(*arguments), complain)


def put(on: OpenDocuments, path: str, text: str, version: int = 1) -> None:
    """Open a document, or change it."""
    on.put(path, OpenDocument(Held(Path(path).absolute().as_uri(), version), Source(path, text)))


def snapshot(text: str, *arguments: str, others: Mapping[str, str] | None = None) -> Snapshot:
    """What is known of a document `a.md`, and of others that are open beside it, with their bank."""
    made = open_documents(*(arguments or ("--isolated",)))
    for path, other in {"a.md": text, **(others or {})}.items():
        put(made, path, other)
    return made.check("a.md")["a.md"]


def at(snapshot: Snapshot, words: str) -> Span:
    """The place where some words begin in the document."""
    offset = snapshot.document.source.text.index(words)
    return Span(offset, offset)
