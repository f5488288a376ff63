"""Patterns of paths, as settings write them."""

import re
from functools import lru_cache

from dlqa_lint.text.lazy_regex import regex

_WILD = regex(r"[*?\[]")
_PIECES = regex(r"\*\*/|\*\*|\*|\?|\[[!^]?\]?[^\]/]*\]|[^*?\[]+|\[")


def is_glob(text: str) -> bool:
    """Whether a text holds a wildcard: `*`, `?` or `[`."""
    return _WILD.search(text) is not None


def matches(path: str, pattern: str) -> bool:
    """Whether a relative path with forward slashes, or a folder around it, fits a pattern.

    `*` and `?` stand for characters of one name, `**` for any number of folders. A pattern with a slash
    counts from the folder of the settings file; one without matches at any depth: `drafts` is every file and
    folder of that name.
    """
    return _compiled(pattern).fullmatch(path) is not None


def literal_folder(pattern: str) -> str:
    """The folder that everything a pattern matches lies in, "" where that is any."""
    pattern = _tidy(pattern)
    if "/" not in pattern.rstrip("/"):
        return ""
    steps = pattern.lstrip("/").split("/")
    wild = next((index for index, step in enumerate(steps) if is_glob(step)), len(steps))
    return "/".join(steps[:wild])


def _tidy(pattern: str) -> str:
    pattern = pattern.replace("\\", "/")
    return pattern.removeprefix("./")


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    pattern = _tidy(pattern)
    anchored = "/" in pattern.rstrip("/")
    body = "".join(map(_translate, _PIECES.findall(pattern.strip("/"))))
    return re.compile(("" if anchored else "(?:.*/)?") + body + "(?:/.*)?", re.DOTALL)


def _translate(piece: str) -> str:
    if piece == "**/":
        return "(?:.*/)?"
    if piece == "**":
        return ".*"
    if piece == "*":
        return "[^/]*"
    if piece == "?":
        return "[^/]"
    if piece.startswith("[") and len(piece) > 2:
        return _set(piece[1:-1])
    return re.escape(piece)


def _set(inside: str) -> str:
    """What stands in brackets as a regular expression; a range that runs backwards matches nothing."""
    negated = inside[0] in "!^"
    escaped = re.sub(r"([\\\[\]&~|^])", r"\\\1", inside[negated:])
    expression = f"[^/{escaped}]" if negated else f"[{escaped}]"
    try:
        re.compile(expression)
    except re.error:
        return "(?!)"
    return expression
