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
def terms(language: str) -> dict[str, str]:
    """From the names of a term, in a language and in English, to the word that stands for all of them."""
    found: dict[str, str] = {}
    acronyms = {phrase: acronym for acronym, phrase in (line.split("=") for line in lines("acronyms"))}
    for line in lines("terms"):
        term, *names = line.split(" | ")
        known = [term]
        for own in names:
            tongue, _, phrases = own.partition(": ")
            known += phrases.split(", ") if tongue in ("en", language) else ()
        found.update(dict.fromkeys(known, acronyms.get(term, term.replace(" ", "_"))))
    return found
