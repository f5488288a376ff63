"""What editors call files: URIs, and the paths that all else goes by."""

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from dlqa_lint.disk.files import shown

_FILE = "file"


def path_of(uri: str) -> str:
    """The path of a document; what is in no file yet is called by the last part of its URI."""
    try:
        parts = urlsplit(uri)
    except ValueError:  # `file://[` is no URI
        return _decoded(uri).rpartition("/")[2]
    path = _decoded(parts.path)
    if parts.scheme != _FILE:
        return path.rpartition("/")[2]
    if parts.netloc:
        path = f"//{_decoded(parts.netloc)}{path}"
    elif os.name == "nt":
        path = path.lstrip("/")  # file:///c%3A/bank is c:/bank
    return shown(Path(path))


def _decoded(part: str) -> str:
    """A part of a URI as the name of a file, which need not be UTF-8; what no name can have is replaced."""
    name = os.fsdecode(unquote_to_bytes(part.encode("utf-8", "replace")))
    return name.replace("\0", "\ufffd")


def uri_of(path: str) -> str:
    """The URI of a file."""
    return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 - links stay links
