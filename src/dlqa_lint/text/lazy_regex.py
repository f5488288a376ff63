"""Regular expressions that are compiled when they are first used.

Compiling one costs more than searching a short document with it, and no document needs all of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, cast


def regex(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, for a constant of a module, as far as its methods go.

    It is not a pattern itself: give it to no function of `re`.
    """
    return cast("re.Pattern[str]", _Uncompiled(expression, flags))


class _Uncompiled:
    """Stands for a pattern; keeps what it is asked for, so that it is asked once."""

    def __init__(self, expression: str, flags: int) -> None:
        self._source = expression, flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has under a name."""
        value = getattr(re.compile(*self._source), name)
        setattr(self, name, value)
        return value


_PLACE = "{words}"
_SYNTAX = regex(r"\\.|\[[^]]*\]|[(|)]")
_LITERAL = regex(r"(?P<head>[\w ]*)(?![?*{])")
"""What an alternative surely begins with: its letters, but for one that may be missing."""
_GROUP = "(?:"
_SIGNS = regex(r"\[(?P<signs>\w+)\](?![?*{])")
"""The signs of which an alternative begins with one."""
_REPEATED = ("?", "*", "{")
"""What follows a part that may be missing."""
_ONE_LETTER = str.maketrans({"ı": "i", "\u0307": None})
"""Where case does not count, `re` takes ı for i, and also İ, which is folded to i with a dot."""
_OPENING = 3
"""By so many first letters the words are found that may be in a text."""
_MANY = 30
"""After so many patterns of a few words, compiling all words would have been cheaper. Measured."""
_NOTHING = regex("(?!)")


def words_regex(form: str, words: str, flags: int = 0, *, before: str = "") -> re.Pattern[str]:
    """What `regex` gives for a form with `{words}` in it, where these are many alternatives, and few texts hold one.

    For each text only those are compiled that may be in it. It knows whole texts alone, and `match` and `fullmatch`
    only where the form begins with the words, or has before them what `before` says: signs that no word begins with.
    """
    return cast("re.Pattern[str]", _Words(before + form, words, flags, regex(before) if before else None))


class _Words:
    """Stands for a pattern of many words."""

    def __init__(self, form: str, words: str, flags: int, before: re.Pattern[str] | None) -> None:
        self._form, self._words, self._flags, self._before = form, words, flags, before
        self._patterns: dict[tuple[str, ...], re.Pattern[str]] = {}

    def search(self, text: str) -> re.Match[str] | None:
        return self._in(text).search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._in(text).finditer(text)

    def sub(self, replacement: str, text: str) -> str:
        return self._in(text).sub(replacement, text)

    def match(self, text: str) -> re.Match[str] | None:
        pattern = self._at_start(text)
        return pattern and pattern.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        pattern = self._at_start(text)
        return pattern and pattern.fullmatch(text)

    def _in(self, text: str) -> re.Pattern[str]:
        """The pattern of the words that may be in a text."""
        folded, openings = _openings(text)
        likely = [
            place for opening in (self._by_opening.keys() & openings) for place in self._by_opening[opening]
        ]
        places = [place for place in (*self._by_opening[""], *likely) if self._heads[place][0] in folded]
        return self._of([self._heads[place][1] for place in sorted(places)])

    def _at_start(self, text: str) -> re.Pattern[str] | None:
        """The pattern of the words that a text may begin with, None where it begins with none."""
        signs = self._before.match(text) if self._before else None
        folded = _folded(text[signs.end() :] if signs else text)
        if not folded.startswith(self._beginnings.get(folded[:1], ())):
            return self._unknown
        return self._of([word for head, word in self._by_letter[folded[0]] if folded.startswith(head)])

    def _of(self, words: Sequence[str]) -> re.Pattern[str]:
        key = tuple(words)
        if not key:
            return _NOTHING
        if key not in self._patterns:
            chosen = "|".join(dict.fromkeys(words)) if len(self._patterns) < _MANY else self._words
            self._patterns[key] = re.compile(self._form.replace(_PLACE, chosen), self._flags)
        return self._patterns[key]

    @cached_property
    def _unknown(self) -> re.Pattern[str] | None:
        """The pattern of the words of which it is not known with what they begin."""
        words = [word for head, word in self._heads if not head]
        return self._of(words) if words else None

    @cached_property
    def _heads(self) -> list[tuple[str, str]]:
        """The alternatives, each with the letters that it begins with, once for each way in which it may begin."""
        words = list(_alternatives(self._words))
        return [(_folded(head), word) for word in words for head in _heads_of(word)]

    @cached_property
    def _by_opening(self) -> dict[str, list[int]]:
        """The places of the heads by their first letters, those that have fewer under none."""
        found: dict[str, list[int]] = {"": []}
        for place, (head, _) in enumerate(self._heads):
            found.setdefault(head[:_OPENING] if len(head) >= _OPENING else "", []).append(place)
        return found

    @cached_property
    def _beginnings(self) -> dict[str, tuple[str, ...]]:
        """The heads by their first letter."""
        return {letter: tuple(head for head, _ in rows if head) for letter, rows in self._by_letter.items()}

    @cached_property
    def _by_letter(self) -> dict[str, list[tuple[str, str]]]:
        """The same by their first letter, with those in each of which it is not known."""
        letters = {head[:1] for head, _ in self._heads}
        return {letter: [row for row in self._heads if row[0][:1] in {"", letter}] for letter in letters}


def _alternatives(words: str) -> Iterator[str]:
    """The alternatives of an expression that are in no group."""
    start = depth = 0
    for match in _SYNTAX.finditer(words):
        depth += {"(": 1, ")": -1}.get(match.group(), 0)
        if match.group() == "|" and not depth:
            yield words[start : match.start()]
            start = match.end()
    yield words[start:]


def _heads_of(word: str) -> list[str]:
    """What an alternative may begin with, "" where that is not known."""
    word = word.removeprefix(r"\b")
    if signs := _SIGNS.match(word):
        return [sign + head for sign in signs["signs"] for head in _heads_of(word[signs.end() :])]
    if not word.startswith(_GROUP):
        literal = _LITERAL.match(word)
        return [literal["head"] if literal else ""]
    end = _end_of_group(word)
    heads = [head for part in _alternatives(word[len(_GROUP) : end - 1]) for head in _heads_of(part)]
    if word.startswith("?", end):
        return [*heads, *_heads_of(word[end + 1 :])]
    return [""] if word.startswith(_REPEATED, end) else heads


def _end_of_group(word: str) -> int:
    """Where the group ends that an alternative begins with."""
    depth = 0
    for match in _SYNTAX.finditer(word):
        depth += {"(": 1, ")": -1}.get(match.group(), 0)
        if not depth:
            return match.end()
    raise ValueError(word)


@lru_cache(maxsize=64)
def _openings(text: str) -> tuple[str, frozenset[str]]:
    """A folded text, and the letters that a word in it may begin with; many patterns ask for those of one text."""
    folded = _folded(text)
    return folded, frozenset(folded[at : at + _OPENING] for at in range(len(folded) - _OPENING + 1))


def _folded(text: str) -> str:
    """A text in which letters are equal that are so where case does not count."""
    return text.lower() if text.isascii() else text.casefold().translate(_ONE_LETTER)
