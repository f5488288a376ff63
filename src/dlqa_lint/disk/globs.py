"""Patterns of paths, as settings write them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dlqa_lint.disk.wildcards import OneOf, Part, Pattern, Wild
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.paths import slashed

_WILD = regex(r"[*?\[]")
_PLAIN = regex(r"[^*?\[]+")
_SIGNS = {"*": Wild.NAME, "?": Wild.ONE}
_LONGEST_SET = 300  # characters; looked for without end, sets that never close would cost their square


def is_glob(text: str) -> bool:
    """Whether a text holds a wildcard: `*`, `?` or `[`."""
    return _WILD.search(text) is not None


def matches(path: str, pattern: str) -> bool:
    """Whether a relative path with forward slashes, or a folder around it, fits a pattern.

    `*` and `?` stand for characters of one name, `**` for any number of folders. A pattern with a slash
    counts from the folder of the settings file; one without matches at any depth: `drafts` is every file and
    folder of that name.
    """
    whole, around = _compiled(pattern)
    return whole.fits(path) or around.fits(path)


def literal_folder(pattern: str) -> str:
    """The folder that everything a pattern matches lies in, "" where that is any."""
    pattern = _tidy(pattern)
    if "/" not in pattern.rstrip("/"):
        return ""
    steps = pattern.lstrip("/").split("/")
    wild = next((index for index, step in enumerate(steps) if is_glob(step)), len(steps))
    return "/".join(steps[:wild])


def _tidy(pattern: str) -> str:
    pattern = slashed(pattern)
    return pattern.removeprefix("./")


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> tuple[Pattern, Pattern]:
    """What matches a path, and what matches the path of something in a folder."""
    pattern = _tidy(pattern)
    anchored = "/" in pattern.rstrip("/")
    parts: list[Part] = [] if anchored else [Wild.FOLDERS]
    parts += _parts(pattern.strip("/"))
    return Pattern(parts), Pattern([*parts, "/", Wild.ALL])


def _parts(pattern: str) -> Iterator[Part]:
    at = 0
    while at < len(pattern):
        end = at + 1
        if pattern.startswith("**/", at):
            yield Wild.FOLDERS
            end = at + 3
        elif pattern.startswith("**", at):
            yield Wild.ALL
            end = at + 2
        elif pattern[at] in _SIGNS:
            yield _SIGNS[pattern[at]]
        elif pattern[at] == "[":
            end = _set_end(pattern, at) or end
            yield OneOf(_set(pattern[at + 1 : end - 1])) if end > at + 1 else "["
        elif plain := _PLAIN.match(pattern, at):
            yield plain.group()
            end = plain.end()
        at = end


def _set_end(pattern: str, at: int) -> int:
    """Where a set that opens at an offset ends, 0 if it never does; a bracket that comes first is in it."""
    first = at + 1 + (pattern[at + 1 : at + 2] in ("!", "^"))
    end = pattern.find("]", first + 1, at + _LONGEST_SET) + 1
    return 0 if "/" in pattern[at:end] else end


def _set(inside: str) -> str:
    """What is in brackets as a regular expression; a range that runs backwards matches nothing."""
    negated = inside[0] in "!^"
    escaped = re.sub(r"([\\\[\]&~|^])", r"\\\1", inside[negated:])
    expression = f"[^/{escaped}]" if negated else f"[{escaped}]"
    try:
        re.compile(expression)
    except re.error:
        return "(?!)"
    return expression
