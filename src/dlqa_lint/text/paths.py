"""Paths as texts: those of documents are written as their system writes them."""

from dlqa_lint.text.lazy_regex import regex

MARKDOWN = (".md", ".markdown")
"""How the names of Markdown files end."""

_ROOTED = regex(r"[/\\]|[A-Za-z][A-Za-z0-9+.-]*:")


def slashed(path: str) -> str:
    r"""A path with slashes between its parts, on Windows too: `bank\rivers.md` is `bank/rivers.md`."""
    return path.replace("\\", "/")


def is_beside(path: str) -> bool:
    r"""Whether a decoded target of a link is a path from its document on, whatever the system.

    `/etc/hosts` and `C:\x` are none, and Windows would ask the host for `\\host\x`, and tell it who asks.
    """
    return _ROOTED.match(path) is None and "\\" not in path and "\0" not in path
