"""The files beside a document to which its links and pictures lead, by their paths."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from dlqa_lint.model.bank import Document, Link
from dlqa_lint.text.inline import is_remote
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.paths import is_beside, slashed

# Other endings, and paths without one, are routes of a site, placeholders ("url") or hosts without a scheme.
_FILE = regex(
    r"\.(?:md|markdown|mdx|txt|rst|pdf|png|jpe?g|gif|svg|webp|bmp|avif|mp[34]|mov|zip|csv|tsv|json|ya?ml|toml|xml|ipynb"
    r"|docx?|pptx?|xlsx?|puml|drawio|py|js|jsx|ts|tsx|java|kt|c|cc|cpp|h|hpp|cs|go|rs|rb|swift|scala|sql|sh|r)\Z",
    re.IGNORECASE,
)
_TEMPLATE = regex(r"[{}<>$*|\\\s]|\.\.\.|…")


class LocalLink(NamedTuple):
    """A link or picture of a document, and the path of the file to which it leads."""

    link: Link
    path: str
    is_picture: bool


def local_links(document: Document) -> Iterator[LocalLink]:
    """The links and pictures of a document that lead to files beside it, in reading order."""
    folder = posixpath.dirname(slashed(document.path))
    pictures = {picture.target_span for picture in document.pictures}
    # The definition of a picture is among the links as well.
    targets = {link.target_span: link for link in (*document.links, *document.pictures)}
    for link in sorted(targets.values(), key=lambda link: link.span):
        name = link.target.partition("#")[0].partition("?")[0]
        # A footnote `[^1]: notes.md says` defines no link.
        if not name or link.text.startswith("^") or name.startswith("/") or is_remote(name):
            continue
        decoded = unquote(name)
        if _FILE.search(name) and not _TEMPLATE.search(name) and is_beside(decoded):
            path = posixpath.normpath(posixpath.join(folder, decoded))
            yield LocalLink(link, path, link.target_span in pictures)


def local_files(documents: Iterable[Document]) -> frozenset[str]:
    """The paths of all files beside the question documents of a bank to which these lead."""
    return frozenset(
        found.path for document in documents if document.is_bank for found in local_links(document)
    )
