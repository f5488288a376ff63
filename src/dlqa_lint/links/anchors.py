"""The anchors that sites give to headings, so that a link can be checked without asking them.

GitHub and GitLab start from a heading's words (its text without markup), lower them, drop most of what is not a
word, and turn each space into a hyphen. Nothing is trimmed and no hyphens are joined: `a - b` becomes `a---b`.
docsify trims and joins, lowers and drops little outside of ASCII, and puts a `_` before a digit.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal
from unicodedata import category

from dlqa_lint.text.lazy_regex import regex

Style = Literal["github", "gitlab", "docsify"]

# Letters, marks, decimal digits, letter-like numbers and connectors stay. GitHub also keeps the symbols
# that Unicode counts as alphabetic (Other_Alphabetic: circled and squared Latin letters) and drops other
# numbers such as `²`; GitLab (17 and later, whose parser is comrak) does it the other way round.
_KEPT_BY_BOTH = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"))
_ALPHABETIC_SYMBOLS = (
    range(0x24B6, 0x24EA),
    range(0x1F130, 0x1F14A),
    range(0x1F150, 0x1F16A),
    range(0x1F170, 0x1F18A),
)


class _Letters(dict[int, str | None]):
    """What becomes of each character, as `str.translate` wants it; learned character by character."""

    def __init__(self, keeps: Callable[[str], bool]) -> None:
        super().__init__({ord(" "): "-", ord("-"): "-"})
        self._keeps = keeps

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        self[code] = kept = character if self._keeps(character) else None
        return kept


def _github_keeps(character: str) -> bool:
    if category(character) in _KEPT_BY_BOTH:
        return True
    return any(ord(character) in letters for letters in _ALPHABETIC_SYMBOLS)


def _gitlab_keeps(character: str) -> bool:
    return category(character) in _KEPT_BY_BOTH or category(character) == "No"


# Punctuation of ASCII, General and Supplemental Punctuation; full-width signs stay.
_DOCSIFY_DROPS = regex(r"[\u2000-\u206f\u2e00-\u2e7f\\'!\"#$%&()*+,./:;<=>?@\[\]^`{|}~]")
_CAPITALS = regex(r"[A-Z]+")
_LETTERS: dict[Style, _Letters] = {"github": _Letters(_github_keeps), "gitlab": _Letters(_gitlab_keeps)}


def slug(words: str, style: Style = "github") -> str:
    """The anchor of a heading that stands alone in its document."""
    if style == "docsify":
        return _docsify(words)
    # `str.lower` is Unicode's full mapping (`İ` becomes two characters, a final sigma is told apart), as in
    # JavaScript.
    return words.lower().translate(_LETTERS[style])


def _docsify(words: str) -> str:
    lowered = _CAPITALS.sub(lambda capitals: capitals.group().lower(), words.strip())
    joined = re.sub(r"[\s-]+", "-", _DOCSIFY_DROPS.sub("", lowered))
    return f"_{joined}" if "0" <= joined[:1] <= "9" else joined


def slugs(headings: Iterable[str], style: Style = "github") -> list[str]:
    """The anchors of all headings of a document, in order; a later namesake gets the next free number."""
    unique = {"github": _github_unique, "gitlab": _gitlab_unique, "docsify": _docsify_unique}
    return unique[style](headings)


def _github_unique(headings: Iterable[str]) -> list[str]:
    """Number namesakes as GitHub does: an emitted anchor counts as used, whichever heading it came from."""
    used: dict[str, int] = {}
    found: list[str] = []
    for words in headings:
        original = result = slug(words)
        while result in used:
            used[original] += 1
            result = f"{original}-{used[original]}"
        used[result] = 0
        found.append(result)
    return found


def _gitlab_unique(headings: Iterable[str]) -> list[str]:
    """Number namesakes as GitLab does: the first number from 1 that makes the anchor a new one."""
    used: set[str] = set()
    latest: dict[str, int] = {}
    found: list[str] = []
    for words in headings:
        original = result = slug(words, "gitlab")
        while result in used:
            # Numbers once found taken stay taken, so the search may continue where it ended.
            latest[original] = latest.get(original, 0) + 1
            result = f"{original}-{latest[original]}"
        used.add(result)
        found.append(result)
    return found


def _docsify_unique(headings: Iterable[str]) -> list[str]:
    """Number namesakes as docsify does, which never looks whether the numbered anchor is taken."""
    used: Counter[str] = Counter()
    found: list[str] = []
    for words in headings:
        result = slug(words, "docsify")
        found.append(f"{result}-{used[result]}" if used[result] else result)
        used[result] += 1
    return found
