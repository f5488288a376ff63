"""The languages that banks are written in: a file for each under `data/`, read when first needed, once.

`en.toml` says what the keys mean. The values are texts: phrases are separated by commas, patterns are regular
expressions, and a line end parts either. The files are TOML for editors and for who checks them. Here they are
read with one pattern, because every start reads all of them, and tomllib takes ten times as long.
"""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from dlqa_lint.text.lazy_regex import regex

DATA = Path(__file__).with_name("data")
"""The folder of the languages."""

ANY = "any"
"""The name of the file for what is written alike in all languages."""

_ENDING = ".toml"
_ENTRY = regex(r"^(\w+) = (?:'''\n([^']*(?:'(?!'')[^']*)*)\n'''|'([^'\n]*)')$", re.MULTILINE)

Language = Mapping[str, str]
"""What a language has under its keys."""


@cache
def languages() -> Mapping[str, Language]:
    """All languages; they go by their codes."""
    names = sorted(name for name in os.listdir(DATA) if name.endswith(_ENDING))  # noqa: PTH208 - a glob is dear
    return {name.removesuffix(_ENDING): _entries((DATA / name).read_text("utf-8")) for name in names}


def _entries(text: str) -> Language:
    return {key: several or one for key, several, one in _ENTRY.findall(text)}


def said(key: str) -> Iterator[Language]:
    """The languages that have something to say under a key."""
    return (language for language in languages().values() if key in language)


def listed(text: str) -> list[str]:
    """The phrases of a text."""
    return [*filter(None, map(str.strip, text.replace("\n", ",").split(",")))]


def joined(text: str) -> str:
    """The alternatives of a text, as one regular expression without a group around it."""
    return text.replace("\n", "|")


def phrases(key: str) -> tuple[str, ...]:
    """The phrases of all languages under a key, each once, and once more where folding its case changes it."""
    texts = [language[key] for language in said(key)]
    folded = [other for text in texts if (other := text.casefold()) != text]
    return tuple(dict.fromkeys(listed(",".join((*texts, *folded)))))


def alternatives(key: str) -> str:
    """The patterns of all languages under a key, as alternatives without a group around them."""
    return "|".join(joined(language[key]) for language in said(key))
