"""The words of a question as they are compared: signs that tell nothing are gone, those that name something stay."""

import re
from unicodedata import category

from dlqa_lint.model.bank import Question
from dlqa_lint.text.computations import formulas_in
from dlqa_lint.text.inline import code_spans
from dlqa_lint.text.lazy_regex import regex

_NO_LETTER = regex(r"[\W_]+")
_HYPHEN = regex(r"(?<=\w)[-‐‑–](?=\w)")
_NOT_EQUAL = regex(r"!(?==)")
_SILENT = regex(r"[^a-z0-9 +#=<>&|^%/*~@$_-]")
_IDLE_SPACE = regex(r"(?<=[\u3040-\u30ff\u3400-\u9fff]) | (?=[\u3040-\u30ff\u3400-\u9fff])")

_CALL = regex(r"\.?(?P<name>\w[\w.]*)\(\)")
_EDGES = regex(r"(?P<before>[^\w\s\"([{]*)(?P<middle>.*?)(?P<behind>[?!]?)", re.DOTALL)
_QUOTED = regex(r"(?P<mark>[\"'“‘«]).*(?:(?P=mark)|[”’»])", re.DOTALL)
_OPERATOR = regex(r"(?<!\S)(?=\S?[:?!.])(?:[:?!.]+[=<>.:|&*+-]+|[=<>|&*+-]+[:?!.]+)(?=\s+\w)")
_DOTTED_NAME = regex(r"(?<!\S)\.(?=[^\W\d_])")
_ESCAPED = regex(r"\\([*_<>\[\]`])")
_DOT = "․"
"""What stands for a dot that is a part of a name; a letter to nobody, and no sign of sentences."""


def letters_of(question: Question) -> str:
    """The letters and digits of a question without case: questions with the same words have the same ones."""
    return _NO_LETTER.sub("", question.plain_text.casefold())


def words_of(question: Question) -> str:
    """The words of a question without case, markup and punctuation.

    Signs that are a name or a part of one stay: those of operators (`:=`, `?.`), the dot of `.git`, and in code
    whatever a name begins with, `$PATH`, or asks and cries with, `save!`. Of code that is more than a name, and of
    formulas, all signs count.
    """
    text = question.plain_text
    pieces, at = [], 0
    for span in code_spans(question.text) if "`" in question.text else ():
        code = question.text[span.start : span.end].strip()
        start = text.find(code, at) if code else -1
        if start >= 0:
            pieces += [_prose(text[at:start]), _code(code)]
            at = start + len(code)
    told = " ".join("".join([*pieces, _prose(text[at:])]).split())
    told = told if told.isascii() else _IDLE_SPACE.sub("", told)
    return " ".join([told, *sorted(formulas_in(_unescaped(question.text)))])


def _unescaped(text: str) -> str:
    """A text without the backslashes that are for Markdown alone."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def _prose(text: str) -> str:
    """What text outside of code says."""
    kept, at = [], 0
    for operator in _OPERATOR.finditer(text):
        kept += [_plain(text[at : operator.start()]), operator.group()]
        at = operator.end()
    return "".join([*kept, _plain(text[at:])])


def _plain(text: str) -> str:
    text = _DOTTED_NAME.sub(_DOT, text)
    words = _NOT_EQUAL.sub("≠", _HYPHEN.sub(" ", text.casefold()))
    return _SILENT.sub(_spelt, words)


def _code(code: str) -> str:
    """What code says: of signs alone all of them, else the words with the signs that belong to a name."""
    if not any(map(str.isalnum, code)):
        return code
    if call := _CALL.fullmatch(code):
        return _plain(call["name"])
    if _QUOTED.fullmatch(code):
        return _plain(code)
    edges = _EDGES.fullmatch(code)
    if edges is None:
        return _plain(code)
    return edges["before"].replace(".", _DOT) + _plain(edges["middle"]) + edges["behind"]


def _spelt(match: re.Match[str]) -> str:
    """A blank for a sign that tells nothing; the marks of many scripts belong to their letters."""
    told = match[0] in (_DOT, "≠") or category(match[0])[0] in "LMN"
    return match[0] if told else " "
