"""Text to words: what of a question's spelling counts, in any language."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

_OPERATOR = r"={2,3}|!==?|&&|\|\||\?\?=?|\?\.|[-=]>|<-|:=|:{2}|\*{2}|<=>|<>|<<|>>|[<>]=?|\+\+|--|!!|//"
_LETTERS = r"(?:[^\W_]|[\u0300-\u036f\u0900-\u0963\u0966-\u0dff])+"
"""The letters of a word with the marks of vowels, as in Hindi."""


def _word_of(letters: str) -> str:
    return (
        rf"(?:(?<![^\s`'\"(/])[.$])?{letters}(?:(?:['._]|\.{{3}}){letters})*(?:\+\+|\#)?"
        rf"|(?<![^\s`'\"(])(?:{_OPERATOR})(?![^\s`'\"),;.{marks.QUESTION_MARKS}])"
        r"|(?<=`)[^\w\s`]+(?=`)"
    )


_WORD = regex(_word_of(_LETTERS))
"""A word or an operator; a name may begin with a dot (.NET) or a dollar ($PATH) and hold low lines (group_by),
operators are alone, between blanks, quotes or brackets; in code any character may."""
_ASCII_WORD = regex(_word_of("[A-Za-z0-9]+"))
"""The same in a text of nothing but ASCII, faster."""
_CODE = regex(r"`[^`]+`")
_MANY_TO_ONE = regex(
    r"\b(one|many|zero)[ -](to)[ -](one|many|none)\b"
    r"|\b(uno|muchos|molti|um|muitos)[ -](a|para)[ -](uno|muchos|molti|um|muitos)\b",
    re.IGNORECASE,
)
"""How many of the one belong to how many of the other."""
_JOINTS = (" to", "-to", " a ", " para ")
_LETTER = regex(r"(?<!-)\b([A-Za-z])-(?=[A-Za-z]{3})")
"""The hyphen after a single letter: k-means and t-test are one word."""
_NUMBERED = regex(
    r"\b(type|part|phase|level|tier|class|stage|step|chapter|version)[ -](i{1,3}|iv|v|\d+|[a-c])\b",
    re.IGNORECASE,
)
"""A kind of thing and its number: Type II, phase 3."""
_NUMBER = regex(r"^\s*(?:q(?:uestion)?\s*)?\d+\s*[.):\uff0e\u3001-]\s+", re.IGNORECASE)
"""The number of a question."""
_MARKUP = regex(r"!?\[([^\[\]]{0,600})\]\([^)\s]{0,1200}\)|[*`~]|(?<!\w)_+|(?<!_)_+(?!\w)|<[^<>\s][^<>]*>")
"""Links, emphasis and tags."""
_MARKUP_SIGNS = frozenset("[*`~_<")
_SENTENCE = regex(
    r"(?<![.?!])[.?!]+[\"')\]]*\s+(?=[A-Z\u00c0-\u00de\u0400-\u042f\u011e\u0130\u015e\u00bf\u00a1\"'(])"
)
"""The end of a sentence with another after it."""
_BRACKETS = regex(r"\([^()]*\)")
"""What is in brackets."""
_QUOTES = str.maketrans("\u2018\u2019\u02bc\u201c\u201d\u201e\u00ab\u00bb", "'''" + 5 * '"')
_MARKS = ("'", '"')
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_SHIFT = 0.6  # above this share of capitalised words a text is in title case, and capitals say nothing


class Token(NamedTuple):
    """A word of a question."""

    word: str
    """Casefolded, without a possessive ending."""
    surface: str
    """As written."""
    is_name: bool
    """Whether it is written like a name: useMemo, L1, TCP, forward(), or a capital inside a sentence."""
    aside: bool = False
    """Whether it is in brackets or outside the sentence that asks."""
    starts: bool = False
    """Whether it starts a sentence."""
    quoted: bool = False
    """Whether it is in quotation marks of its own, or in code."""
    bound: bool = False
    """Whether a hyphen ties it to the word before."""


def plain(text: str) -> str:
    """The text with compatible characters unified and curly quotes straight."""
    return text if text.isascii() else _compatible(text)


@lru_cache(maxsize=1 << 11)
def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_QUOTES)


def tokens(text: str) -> list[Token]:
    """The words and operators of a question."""
    text = _unified(text)
    found = list((_ASCII_WORD if text.isascii() else _WORD).finditer(text))
    shouting = _is_title_case(found)
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    brackets, others = _asides(text, ends) if ends or "(" in text else ([], [])
    calls, quotes = "()" in text, any(mark in text for mark in _MARKS)
    hyphens = "-" in text
    code = [match.span() for match in _CODE.finditer(text)] if "`" in text else []
    made, sentence = [], -1
    for place, match in enumerate(found):
        start, surface = match.start(), match[0].removesuffix("'s").replace("_to_", "-to-")
        last, sentence = sentence, bisect_right(ends, start) if ends else 0
        if surface.islower() and surface.isalpha():
            is_name = calls and text.startswith("()", match.end())
        else:
            capital = place > 0 and not shouting and surface[0].isupper() and _starts_inside(text, start)
            called = calls and text.startswith("()", match.end())
            is_name = capital or called or _is_name(surface, shouting)
        aside = _is_inside(brackets, start) or _is_inside(others, start)
        quoted = (quotes and _is_quoted(text, start, match.end())) or _is_inside(code, start)
        bound = hyphens and place > 0 and text[start - 1] == "-" and found[place - 1].end() == start - 1
        made.append(Token(surface.casefold(), surface, is_name, aside, sentence != last, quoted, bound))
    return made


def _is_quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS


def bare_tokens(text: str) -> list[Token]:
    """The words of a text of which only the spelling matters, such as an answer."""
    found = (match.removesuffix("'s") for match in _WORD.findall(_unified(text).casefold()))
    return [Token(word, word, False) for word in found]


def normalised(text: str) -> str:
    """The key under which two texts are the same question: case, punctuation, markup and number set aside."""
    text = plain(text)
    if not _MARKUP_SIGNS.isdisjoint(text):
        text = _MARKUP.sub(r" \1 ", text)
    text = _NUMBER.sub("", text)
    words = [match[0] for match in (_ASCII_WORD if text.isascii() else _WORD).finditer(text.casefold())]
    return " ".join(words) if words else " ".join(text.casefold().split())


def _is_inside(spans: list[tuple[int, int]], place: int) -> bool:
    """Whether a place is in one of the spans, which are in order and do not overlap."""
    at = bisect_right(spans, place, key=itemgetter(0)) if spans else 0
    return at > 0 and place < spans[at - 1][1]


def _asides(text: str, ends: list[int]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The brackets, and the sentences but the one that asks: the first with a question mark, else the first."""
    found = [match.span() for match in _BRACKETS.finditer(text)]
    sentences = [(start, end) for start, end in pairwise([0, *ends, len(text)]) if text[start:end].strip()]
    asking = next((span for span in sentences if marks.ends_asking(text[span[0] : span[1]].rstrip())), None)
    main = asking or (sentences[0] if sentences else None)
    return found, [span for span in sentences if span != main]


def _unified(text: str) -> str:
    """The text with what is one word written as one."""
    text = plain(text)
    if "-" in text:
        text = _LETTER.sub(r"\1", text)
    if any(joint in text for joint in _JOINTS):
        text = _MANY_TO_ONE.sub(lambda m: "_".join(filter(None, m.groups())), text)
    return _NUMBERED.sub(lambda m: m[1] + _ROMAN.get(m[2].casefold(), m[2]), text)


def _is_title_case(found: list[re.Match[str]]) -> bool:
    long = [match[0] for match in found[1:] if len(match[0]) > 3]
    return len(long) > 1 and sum(word[0].isupper() for word in long) > _SHIFT * len(long)


def _starts_inside(text: str, start: int) -> bool:
    """Whether a word is inside a sentence, where a capital means something."""
    before = text[:start].rstrip(" \"'`([")
    return bool(before) and before[-1] not in ".?!:;-\u2013\u2014"


def _is_name(surface: str, shouting: bool) -> bool:
    if not surface[0].isalnum() or any(letter.isdigit() for letter in surface):
        return True
    inner = any(letter.isupper() for letter in surface[1:])
    return inner and not (shouting and surface.isupper())
