"""Code and formulas within a text: where their signs differ, two texts of the same words are about two things.

`const int *p` and `int *const p`, 12 * 7 and 7 + 12, [1, 2] and [1, 2, 3] have the same words, or nearly.
"""

import re
from collections.abc import Iterator

from dlqa_lint.text.lazy_regex import regex

_MARKED = regex(
    r"(?<!`)`{1,3}(?P<code>[^`]+)`|(?<!\$)\${1,2}(?![\s$])(?P<formula>[^$\n]+)(?<!\s)\$(?![\w$]|\$\w)"
)
"""What is marked as code or as a formula."""
_OPERAND = (
    r"(?:(?<![\w.])\d[\w.]{0,20}|(?<![\w.])[A-Za-z](?!\w)|\([^()\n]{1,40}\)|\"[^\"\n]{0,20}\"|'[^'\n]{0,20}')"
)
_UNMARKED = regex(
    rf"{_OPERAND}(?:\s?[*/^=<>%+&|]{{1,3}}\s?-?{_OPERAND}|\s-\s{_OPERAND})+"
    rf"|\[\s?{_OPERAND}(?:\s?,\s?{_OPERAND})*\s?\]"
)
"""Numbers, single letters and texts with operators between them, and lists of them."""
_COMPOSED = regex(r"\w[^\w.]+\w|[^\w\s.]\w|\w[^\w\s.()]|\([^)]|[^\w\s]\s[^\w\s]")
"""More than a name, which may have dots and empty brackets: `Array.map()`."""
_TAG = regex(r"</?\w[^<>]*>")
_REMARK = regex(r"\([^()]*[^\W\d_]{3}[^()]*(?:\)|\Z)")
"""Brackets with words, where numbers count marks or years: "(2/31 points)"."""
_NUMBER = regex(r"(?<![\w.])\d+(?:[.,]\d+)*")
_PROPERTY = regex(r"(?<!\w)\.(?P<name>\w+)(?![\w(.])")
_CALL = regex(r"\b(?P<name>\w+)\(\)")


def formulas_in(text: str) -> frozenset[str]:
    """The code, the formulas and the computations of a text, without their blanks."""
    return frozenset(_formulas(text))


def differ_in_formulas(text: str, other: str) -> bool:
    """Whether two texts hold code, formulas or numbers, and not the same."""
    if text == other:
        return False
    ours, theirs = formulas_in(text), formulas_in(other)
    if ours and theirs and ours != theirs:
        return True
    mine, others = _numbers(text), _numbers(other)
    return bool(mine and others and mine != others) or _is_called(text, other) or _is_called(other, text)


def _formulas(text: str) -> Iterator[str]:
    for match in _MARKED.finditer(text):
        content = (match["code"] or match["formula"]).strip()
        if _COMPOSED.search(content) and not _TAG.fullmatch(content):
            yield _folded(content)
    yield from (_folded(match[0]) for match in _UNMARKED.finditer(_REMARK.sub(" ", _MARKED.sub(" ", text))))


def _folded(formula: str) -> str:
    """A formula without blanks; one kind of quotation mark is as good as the other."""
    return "".join(formula.replace("'", '"').split()).strip(".,;:?").casefold()


def _numbers(text: str) -> list[str]:
    """The numbers in the order of the text, without remarks."""
    return _NUMBER.findall(_REMARK.sub(" ", text))


def _is_called(text: str, other: str) -> bool:
    """Whether one speaks of a property and the other of the method of the same name: `.length`, `length()`."""
    properties = _names(_PROPERTY, text)
    if not properties or not properties.isdisjoint(_names(_CALL, text)):
        return False
    called = _names(_CALL, other)
    return not properties.isdisjoint(called) and called.isdisjoint(_names(_PROPERTY, other))


def _names(pattern: re.Pattern[str], text: str) -> set[str]:
    return {match["name"] for match in pattern.finditer(text)}
