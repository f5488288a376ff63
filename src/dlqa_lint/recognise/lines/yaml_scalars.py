"""Scalars of YAML, as a front matter has them: plain, quoted or in a block, on one line or over several."""

import re
from typing import NamedTuple

from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_BREAK = r"(?:\r\n|\n|\r)"
_ENDS = r"(?=[ \t]*(?:[\r\n]|[ \t]#|\Z))"
_SINGLE = regex(rf"'((?:[^']|'')*)'{_ENDS}")
_DOUBLE = regex(rf'"((?:[^"\\]|\\.)*)"{_ENDS}', re.DOTALL)
_BLOCK = regex(rf"[|>][-+\d]{{0,2}}[ \t]*((?:{_BREAK}(?:[ \t]+[^\r\n]*|(?=[\r\n])))+)")
_PLAIN = regex(rf"([^\r\n]*(?:{_BREAK}[ \t]+(?=\S)(?![-#]\s|[^\r\n]*:\s)[^\r\n]+)*)")
_ESCAPE = regex(rf"\\(?:{_BREAK}[ \t]*|x([0-9a-fA-F]{{2}})|u([0-9a-fA-F]{{4}})|(.))")
_SPACES = "nrt0abefvNLP_"
"""What follows the backslash of an escape for a character that is neither letter nor punctuation."""


class Scalar(NamedTuple):
    """What a scalar says, on one line; the place of its words, without quotes; where it ends."""

    words: str
    inside: Span
    end: int


def scalar_at(text: str, at: int) -> Scalar:
    """The scalar that begins at an offset of a text."""
    single, double = _SINGLE.match(text, at), _DOUBLE.match(text, at)
    found = single or double or _BLOCK.match(text, at) or _PLAIN.match(text, at)
    if found is None:
        return Scalar("", Span(at, at), at)
    said = found[1]
    start = found.start(1) + len(said) - len(said.lstrip())
    inside = Span(start, max(start, found.start(1) + len(said.rstrip())))
    if single:
        said = said.replace("''", "'")
    elif double:
        said = _ESCAPE.sub(_unescaped, said)
    return Scalar(" ".join(said.split()), inside, found.end() if single or double else inside.end)


def _unescaped(match: re.Match[str]) -> str:
    """The character that an escape in double quotes stands for."""
    code = match[1] or match[2]
    if code:
        return chr(int(code, 16))
    return "" if match[3] is None else " " if match[3] in _SPACES else match[3]
