"""The markers that open an answer: `Answer:`, `### Solution`, a `<summary>` that reveals it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Marker, Option
from dlqa_lint.model.numbers import HAN_NUMBER
from dlqa_lint.recognise.body.body_parts import Piece
from dlqa_lint.recognise.lines import Details, summary_words
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_TICK = rf"(?:{marks.TICK}\s*)?"
_OPENING = regex(rf"[\s#>*+_\-【［\[{marks.TICKS}\ufe0f]*(?:<\w+>)?(\S.?)")
_BEFORE_WORDS = regex(rf"#{{1,6}}[ \t]+{marks.EMPHASIS_OPENS}?")
_BEFORE_LABEL = regex(
    rf"\s?[{marks.COLONS}]?{marks.EMPHASIS_CLOSES}?\s?[{marks.COLONS}]?[ \t]*"
    rf"(?=[A-Ha-h1-9{marks.OPTION_LETTERS}](?:\W|\Z))"
)

_OF_QUESTION = r"(?:\s[^\W\d_]{1,8}){0,2}\s(?P<asked>[^\W\d_]+)\s\d{1,4}(?:\.\d{1,3})?"
"""What says which question is answered: `Solution to task 3`, `Lösung von Aufgabe 2.1`."""

_REMARK = rf"\s?[(（][^()（）\n]{{1,40}}[)）](?=[*_]{{0,3}}\s?[{marks.COLONS}])"
"""A remark between the word and its colon: `Answer (short): …`, `**Answer** (Kim): …`."""


@cache
def _labels(extra: str) -> Mapping[str, Sequence[str]]:
    """The labels that open an answer by their first two letters, the longest first; `extra` is the schema's own."""
    found: dict[str, list[str]] = {}
    for label in sorted(
        {*vocabulary.ANSWER_LABELS, *filter(None, [extra.casefold()])}, key=len, reverse=True
    ):
        found.setdefault(label[:2], []).append(label)
    return found


@cache
def _marker_pattern(label: str) -> re.Pattern[str]:
    """The pattern of an answer marker with a label at the start of a line.

    With all labels of all languages in it, a pattern takes as long to compile as a short document to read.
    """
    # A word in ASCII alone in square brackets may be a link to the answer.
    square = r"\[" if not label.isascii() else r"\[(?=[^\]\n]*\][ \t]+\S)"
    box = rf"(?P<box>[【［]|{square})" if len(label) > 1 else r"(?P<box>(?!))"
    return re.compile(
        rf"(?P<lead>\s*(?:#{{1,6}}\s+)?(?:>\s*)*(?:[-*+]\s+)?{_TICK})(?P<open>{marks.EMPHASIS_OPENS}?){_TICK}{box}?(?P<label>{re.escape(label)})"
        rf"(?P<number>\s?\d{{1,4}}|{_OF_QUESTION}|{HAN_NUMBER}(?=[】］\]{marks.COLONS}]))?(?(box)[】］\]](?![(\[]))(?P<remark>{_REMARK})?(?P<inner>\s*[{marks.COLONS}.．)]?)(?P<close>{marks.EMPHASIS_CLOSES}?)(?P<said>{_REMARK})?(?P<outer>\s*[{marks.COLONS}]|\s*[.\-–—](?=\s|$)|\s+(?:{vocabulary.ANSWER_VERBS})\b\s*:?)?(?P<space>\s*)",
        re.IGNORECASE,
    )


def _labelled(text: str, extra: str) -> re.Match[str] | None:
    """The match of the pattern of the longest label that a text opens with."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    head, known = opening.group(1).lower(), _labels(extra)
    # No letter follows a label of one letter.
    likely = [*known.get(head, ()), *(known.get(head[:1], ()) if not head[1:].isalpha() else ())]
    at = opening.start(1)
    label = next((label for label in likely if text[at : at + len(label)].lower() == label), None)
    return _marker_pattern(label).match(text) if label is not None else None


_LONG = 60
"""A heading of so many letters says more than that an answer follows. Set by hand."""

_COLONS = tuple(marks.COLONS)


def marker_at(text: str, *, heading: bool, extra: str = "") -> tuple[str, int] | None:
    """The form of the answer marker that a text opens with, and where the answer begins; else None."""
    match = _labelled(text, extra)
    if (
        not match
        or not match["label"]
        or (match["asked"] and not vocabulary.is_question_label(match["asked"]))
    ):
        return None
    label, rest = match.group("label"), text[match.end() :]
    delimited = bool(
        match.group("box") or match.group("inner").strip() or (match.group("outer") or "").strip()
    )
    alone = not rest.partition("\n")[0].strip()
    emphasised = bool(match.group("open")) and bool(match.group("close"))
    if len(label) == 1 and label.isascii():
        if (
            not match.group("inner").strip().startswith((":", "."))
            or label.islower()
            or match.group("asked")
            or match.group("remark")
            or ("-" in match.group("lead") and label.casefold() != extra.casefold())
        ):
            return None
        if match.group("inner").strip() == "." and not (emphasised or match.group("number")):
            return None
    set_apart = heading or "-" in match.group("lead") or len(label) > 1
    if not (delimited or emphasised or (alone and set_apart)):
        return None
    if rest[:1].isalnum() and not (delimited or match.group("space") or match.group("close")):
        return None
    # A number after the label (`A1.`) or a remark changes from answer to answer and is not part of the form.
    written = match.group()
    for changing in filter(None, match.group("number", "remark", "said")):
        written = written.replace(changing, "", 1)
    written = written.strip()
    opened = match.group("open")
    whole = opened and not match.group("close") and rest.partition("\n")[0].rstrip().endswith(opened)
    return written + " {text}" + opened * bool(whole), match.end()


def is_answer_heading(text: str) -> bool:
    """Whether a heading only opens an answer (`### Answer`, `#### Answer: D`).

    A long one does where a colon follows the word: `### Answer: a heading takes up the whole of it`.
    """
    found = marker_at(text, heading=True)
    if found is None:
        return False
    label = found[0].removesuffix(" {text}")
    return len(plain(text)) < _LONG or (label.endswith(_COLONS) and (len(label) > 2 or not label.isascii()))


class Marked(NamedTuple):
    """Where an answer with a marker begins: the index of its piece, the marker, and the offset after it."""

    piece: int
    marker: Marker
    at: int


def marker_of(  # noqa: PLR0917 - what a body is made of
    source: Source,
    pieces: Sequence[Piece],
    reveals: Sequence[Details],
    label: str,
    used: frozenset[int],
    options: Sequence[Option] = (),
) -> Marked | None:
    """Where the answer begins that a marker or the summary of `<details>` opens; None without either.

    A marked line right below the last option is glued to it: Markdown takes it for the option's paragraph.
    """
    reveal = None
    last = max((option.span.start for option in options), default=-1)
    for index, piece in enumerate(pieces):
        if index in used and piece.span.start <= last < piece.span.end:
            below = source.full_line_span(source.line_index(last)).end
            if below < piece.span.end and (found := _marked_line(source, piece, label, below)):
                return Marked(index, *found)
        if index in used or piece.kind in ("fence", "code", "rule", "row"):
            continue
        shown = next((d for d in reveals if piece.span.start <= d.start < piece.span.end), None)
        if shown is not None and reveal is None:
            reveal = (index, shown)
        found = _marked_line(source, piece, label) or _said_again(source, piece, reveal)
        if found:
            return Marked(index, *found)
    if reveal:
        index, shown = reveal
        inner = source.slice(shown.inner)
        marker = Marker(shown.summary, f"<summary>{' '.join(inner.split())}</summary> {{text}}")
        return Marked(index, marker, shown.summary.end)
    return None


def _said_again(
    source: Source, piece: Piece, reveal: tuple[int, Details] | None
) -> tuple[Marker, int] | None:
    """The marker that a heading in `<details>` is, where it says the summary's words before an option's label.

    Such words mean "answer", in whatever language they are.
    """
    if reveal is None or piece.kind != "heading" or piece.span.start >= reveal[1].content_end:
        return None
    said = summary_words(source.slice(reveal[1].inner)).rstrip(marks.COLONS)
    match = _BEFORE_WORDS.match(source.text, piece.span.start) if said else None
    if match is None or not source.text.startswith(said, match.end()):
        return None
    label = _BEFORE_LABEL.match(source.text, match.end() + len(said))
    if label is None:
        return None
    form = source.text[piece.span.start : label.end()].strip() + " {text}"
    return Marker(Span(piece.span.start, label.end()), form), label.end()


def _marked_line(source: Source, piece: Piece, label: str, since: int = 0) -> tuple[Marker, int] | None:
    """The marker that one of a piece's lines (`since` an offset) opens with, and the offset after it."""
    for line in range(source.line_index(max(piece.span.start, since)), source.last_line(piece.span) + 1):
        start = max(source.starts[line], piece.span.start)
        text = source.text[start : min(source.line_span(line).end, piece.span.end)]
        found = marker_at(text, heading=piece.kind == "heading", extra=label)
        if found:
            lead = len(text) - len(text.lstrip())
            return Marker(Span(start + lead, start + found[1]), found[0]), start + found[1]
        if piece.kind not in ("html", "rest", "paragraph"):
            break
    return None
