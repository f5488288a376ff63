"""The word tables under `data/`: read when first needed, once.

Every file says in its first lines what it holds and where it comes from.
"""

from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")
"""The folder of the word tables."""


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a table, without comments and blank lines."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line and not line.startswith("#"))


@cache
def groups(name: str) -> dict[str, tuple[str, ...]]:
    """A table of `key: word word …` lines; a key may have several lines."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines(name):
        key, _, words = line.partition(": ")
        found[key] = (*found.get(key, ()), *words.split())
    return found


@cache
def keys(name: str) -> dict[str, str]:
    """The key of every word of a `key: word word …` table."""
    return {word: key for key, words in groups(name).items() for word in words}


@cache
def word_set(name: str) -> frozenset[str]:
    """A table that is nothing but words."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def role(part: str) -> frozenset[str]:
    """The words of the table `roles` that play a part."""
    return frozenset(groups("roles")[part])


@cache
def terms() -> dict[str, str]:
    """From every phrase of the table `terms` to the English term that stands for it, one word or more."""
    found: dict[str, str] = {}
    for line in lines("terms"):
        term, *phrases = (phrase.strip() for phrase in line.split("|"))
        found.update(dict.fromkeys((term, *phrases), term.replace(" ", "_")))
    return found
