"""Where the settings say that translations are: patterns with `{name}` and `{language}` in them."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from dlqa_lint.text.lazy_regex import regex

_PLACEHOLDER = regex(r"\{(\w*)\}")
_STANDS_FOR = {"name": "(?P<name>.+)", "language": "(?P<language>[^/]+)"}


def original_of(path: str, patterns: Mapping[str, str]) -> str | None:
    """The path of the document that a file translates, as far as the patterns say."""
    for original, translation in patterns.items():
        if match := re.fullmatch(_expression(translation), path):
            words = match.groupdict()
            return original.replace("{name}", words.get("name", ""))
    return None


def mistakes(patterns: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The patterns that say nothing: their originals, what was found and what was expected."""
    for original, translation in patterns.items():
        own, there = _PLACEHOLDER.findall(original), _PLACEHOLDER.findall(translation)
        if any(there.count(name) > 1 or name not in _STANDS_FOR for name in there):
            yield original, translation, "`{name}` and `{language}`, each once at most"
        elif set(own) != set(there) & {"name"}:
            yield (
                original,
                original,
                "`{name}` there where the pattern of its translations has it, and nowhere else",
            )
        elif original == translation:
            yield original, translation, "another path than the original's"


def rebased(patterns: Mapping[str, str], old: Path, new: Path) -> dict[str, str]:
    """Patterns of one folder as they read from another."""

    def moved(path: str) -> str:
        return Path(os.path.relpath(old / path, new)).as_posix()

    return {moved(original): moved(translation) for original, translation in patterns.items()}


def _expression(pattern: str) -> str:
    """What finds the paths of a pattern."""
    words = _PLACEHOLDER.split(pattern)
    return "".join(_STANDS_FOR[word] if at % 2 else re.escape(word) for at, word in enumerate(words))
