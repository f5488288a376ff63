"""What a translator leaves alone: the code of a question, and the points that it is worth."""

import re
from collections.abc import Iterator

from dlqa_lint.language.points import worth
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text.inline import code_spans, mask_code
from dlqa_lint.text.lazy_regex import regex

_FENCED = regex(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?P<code>.*?)^[ \t>]*(?P=fence)", re.DOTALL | re.MULTILINE
)
_SAID = regex(
    r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`[^`]*`|[“«„][^\n”»“]*[”»“]|[‘’][^\n’]*’'
    r"|//[^\n]*|/\*.*?\*/|<!--.*?-->|(?:^[ \t]*(?:#|--)|(?<=\s)#\s)[^\n]*|\.{3}|…",
    re.DOTALL | re.MULTILINE,
)
"""Strings and comments, which translators may translate, and what stands for more of it."""
# Brackets and separators come and go with how code is formatted.
_TOKEN = regex(r"\d+(?:\.\d+)?|\w+|[^\s\w,;(){}\[\]]+")
_SHOWN = regex(r">[^<>]*<")
"""What markup shows, which translators translate."""
_DIGITS = regex(r"\d+(?:[.,]\d+)*")

_LONGEST = 10_000
"""How many characters of a code block are compared."""
_STILL = 0.7
"""Code is the same, but changed, where at least this share of its characters is equal."""


def code_of(document: Document, question: Question) -> str:
    """The code that a question asks about, without strings, comments and white space; "" without any."""
    bare = (_SHOWN.sub("><", _SAID.sub("''", code)) for code in _asked(document, question))
    return " ".join(token for code in bare for token in _TOKEN.findall(code))


def shape_of(code: str) -> str:
    """Code with a blank for each row of words: translators translate names, and what a template prints."""
    shape: list[str] = []
    for token in code.split():
        sign = "_" if token[0].isalpha() or token[0] == "_" else token
        if sign != "_" or shape[-1:] != ["_"]:
            shape.append(sign)
    return " ".join(shape)


def is_changed(one: str, other: str) -> bool:
    """Whether one of two codes was changed; where hardly anything is the same, they are two programs."""
    here, there = shape_of(one).split(), shape_of(other).split()
    if not here or not there or here == there:
        return False
    # Imported here because only few of all questions come so far.
    from difflib import SequenceMatcher

    return SequenceMatcher(None, here, there, autojunk=False).ratio() >= _STILL


def untranslatable(text: str) -> str:
    """What of an option stays the same in all languages: its code and numbers."""
    codes = [text[span.start : span.end] for span in code_spans(text)]
    return " ".join([*codes, *_DIGITS.findall(mask_code(text))])


def points_of(document: Document, question: Question) -> str:
    """The points that a question's line says it is worth, "" for none."""
    points = worth(document.source.text, question.span)
    return f"{points.number:g}" if points else ""


def _asked(document: Document, question: Question) -> Iterator[str]:
    """The code blocks of a question before its options and its answer.

    Code right below the question is what it asks about, even where the form of the document makes it the answer.
    """
    text, start = document.source.text, question.span.end
    below = [option.span.start for option in question.options[:1]]
    if question.answer:
        below.append(question.answer.span.start)
    ends = [at for at in below if at > start and text[start:at].strip()]
    end = min([max(question.body.end, start), *ends])
    for match in _FENCED.finditer(text, start, end):
        yield match["code"][:_LONGEST]
        if question.answer and question.answer.span.start <= match.start():
            return
