"""What editors call files: URIs, and the paths that all else goes by."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dlqa_lint.disk.files import shown

_FILE = "file"


def path_of(uri: str) -> str:
    """The path of a document; what is in no file yet is called by the last part of its URI."""
    try:
        parts = urlsplit(uri)
    except ValueError:  # `file://[` is no URI
        return uri.rpartition("/")[2]
    if parts.scheme != _FILE:
        return unquote(parts.path).rpartition("/")[2]
    path = unquote(parts.path)
    if parts.netloc:
        path = f"//{parts.netloc}{path}"
    elif os.name == "nt":
        path = path.lstrip("/")  # file:///c%3A/bank is c:/bank
    return shown(Path(path))


def uri_of(path: str) -> str:
    """The URI of a file."""
    return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 - links stay links
