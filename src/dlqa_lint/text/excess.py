"""What no data file needs and its parser cannot stand: tables in tables in tables, endless keys and numbers.

Parsers meet these with a recursion that Python stops, or with work that grows with their square; so they are
looked for before, in work that grows with the text.
"""

import re
from collections.abc import Iterator

from dlqa_lint.text.lazy_regex import regex

_DEEPEST = 100
_DIGITS = 1000
_NUMBER = regex(rf"(?<![\w+-])[+-]?\d[\d_]{{{_DIGITS},}}+")
_KEY = r"""(?:(?<![\w-])[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_DOTTED = regex(rf"(?:{_KEY}){{{_DEEPEST}}}")
# A string that never closes ends with its line, or with the text.
_TOKEN = regex(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:""")?'
    r"|'''(?:[^']|'(?!''))*+(?:''')?"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|[\[\]{}]",
    re.DOTALL,
)


def excess(text: str) -> str | None:
    """What a JSON or TOML text has too much of, and in which line; None for all that people write."""
    problems = sorted(_problems(text))
    if not problems:
        return None
    at, what = problems[0]
    return f"line {text.count(chr(10), 0, at) + 1}: {what}"


def _problems(text: str) -> Iterator[tuple[int, str]]:
    if number := _NUMBER.search(text):
        yield number.start(), f"found a number of more than {_DIGITS} digits, expected a shorter one"
    if dotted := _DOTTED.search(text):
        yield dotted.start(), f"found a key of more than {_DEEPEST} parts, expected a shorter one"
    depth = 0
    for token in _TOKEN.finditer(text):
        if token.group() in ("[", "{"):
            depth += 1
        elif token.group() in ("]", "}"):
            depth -= 1
        if depth > _DEEPEST:
            yield token.start(), f"found values nested more than {_DEEPEST} deep, expected a flat list"
            return
