"""Options as quiz tools have them: LiaScript's `[(X)] b`, HTML elements, lists below a heading that says so."""

import re
from collections.abc import Iterator, Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Option
from dlqa_lint.recognise.body.body_parts import Piece
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

Options = tuple[tuple[Option, ...], frozenset[int]]
"""Options, and the indexes of the pieces that hold them."""

_BRACKETED = regex(
    rf"\s*(?:\[\((?P<radio>[{marks.LIASCRIPT_MARKS}])\)\]|\[\[(?P<box>[{marks.LIASCRIPT_MARKS}])\]\])"
    r"\s+(?P<text>\S.*)"
)
_ELEMENT = regex(
    r"<(?P<tag>div|p|li|label|button)\s(?P<attributes>(?:[^<>\"']{0,100}(?:\"[^\"]{0,400}\"|'[^']{0,400}')){1,12}\s{0,9})>"
    r"\s*(?P<text>[^<]{1,600}(?:<(?!/?(?:div|p|li|label|button)\b)[^<]{0,300}){0,20})</(?P=tag)>"
)
_CLASS = regex(r"\bclass=[\"'](?P<class>(?:[\w -]{0,60}[ -])?(?:option|choice))[\"']")
_CORRECT = regex(r"\bdata-correct=[\"'](?P<correct>true|false)[\"']", re.IGNORECASE)
_ITEM = regex(r"(?P<lead>\s*)(?:[-*+]|(?P<label>\d{1,2})[.)])\s+(?P<text>\S.*)")
_TITLES = frozenset(vocabulary.OPTION_TITLES)
_SOLUTION = regex(r"(?<![^\r\n])exsolution:[ \t]*(?P<marks>[01]+)[ \t]*(?![^\r\n])")
_REACH = 20_000
"""The data of an R/exams exercise begin at most this many characters after its options; its solution is between."""


def bracketed_options(source: Source, pieces: Sequence[Piece]) -> Options:
    """The options of LiaScript, in the lines of one paragraph, or indented as code is."""
    for index, piece in enumerate(pieces):
        if piece.kind in ("paragraph", "rest", "code") and piece.item < 0:
            found = tuple(_bracketed(source, piece))
            if len(found) >= 2:
                return found, frozenset((index,))
    return (), frozenset()


def _bracketed(source: Source, piece: Piece) -> Iterator[Option]:
    for line in source.line_range(piece.span):
        match = _BRACKETED.match(source.lines[line])
        if match:
            start, form = source.starts[line], "[({mark})] {text}" if match["radio"] else "[[{mark}]] {text}"
            words = match["text"].rstrip()
            place = Span(start + match.start("text"), start + match.start("text") + len(words))
            marked = (match["radio"] or match["box"]) != " "
            yield Option(words, "", marked, form, Span(source.line_span(line).start, place.end), place)


def html_options(source: Source, pieces: Sequence[Piece]) -> Options:
    """The elements whose class is `option`, or ends so; `data-correct` says which are right."""
    found: list[Option] = []
    used: list[int] = []
    for index, piece in enumerate(pieces):
        inside = list(_elements(source, piece)) if piece.kind == "html" else []
        found += inside
        used += [index] if inside else []
    return (tuple(found), frozenset(used)) if len(found) >= 2 else ((), frozenset())


def _elements(source: Source, piece: Piece) -> Iterator[Option]:
    for match in _ELEMENT.finditer(source.text, piece.span.start, piece.span.end):
        named = _CLASS.search(match["attributes"])
        if named:
            marked = _CORRECT.search(match["attributes"])
            right = marked["correct"].lower() == "true" if marked else None
            form = f'<{match["tag"]} class="{named["class"]}">{{text}}</{match["tag"]}>'
            words = match["text"].rstrip()
            place = Span(match.start("text"), match.start("text") + len(words))
            yield Option(words, "", right, form, Span(*match.span()), place)


def titled_options(source: Source, pieces: Sequence[Piece]) -> Options:
    """The items below a heading that says so; an R/exams exercise says in its data which are right."""
    for index, piece in enumerate(pieces):
        if piece.kind in ("heading", "rest") and vocabulary.matches_any(_title(piece.text), _TITLES):
            found, used = _items(source, pieces, index + 1)
            if len(found) >= 2:
                return _with_solution(source, found), frozenset((index, *used))
    return (), frozenset()


def _title(text: str) -> str:
    """What an underlined heading says right above its line; without a blank line it takes in the words above.

    Which tide rises least?
    Answerlist
    ----------
    """
    return plain(text).rstrip("-= \t\r\n").rpartition("\n")[2]


def _items(source: Source, pieces: Sequence[Piece], first: int) -> tuple[list[Option], list[int]]:
    """The items of one list, which are indented alike, and the indexes of all pieces in them."""
    found: list[Option] = []
    used: list[int] = []
    lead = ""
    for index in range(first, len(pieces)):
        piece = pieces[index]
        if piece.item < 0:
            break
        used.append(index)
        line = source.line_index(piece.span.start)
        match = _ITEM.match(source.lines[line])
        if match and (not found or match["lead"] == lead):
            lead, start = match["lead"], source.starts[line]
            place = Span(start + match.start("text"), start + len(source.lines[line].rstrip()))
            form = "{label}. {text}" if match["label"] else "- {text}"
            whole = Span(start + len(lead), place.end)
            found.append(Option(match["text"].rstrip(), match["label"] or "", None, form, whole, place))
    return found, used


def _with_solution(source: Source, options: Sequence[Option]) -> tuple[Option, ...]:
    """Options with the marks that `exsolution: 0100` gives them."""
    end = options[-1].span.end
    match = _SOLUTION.search(source.text, end, end + _REACH)
    if match is None or len(match["marks"]) != len(options):
        return tuple(options)
    marked = zip(options, match["marks"], strict=True)
    return tuple(option._replace(correct=mark == "1") for option, mark in marked)
