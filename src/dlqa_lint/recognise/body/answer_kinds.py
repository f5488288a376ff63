"""How surely what is below a question answers it, where no marker says so."""

import re
from collections.abc import Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.model.question import AnswerKind
from dlqa_lint.recognise.body.answer_links import leads_to_answer
from dlqa_lint.recognise.body.body_parts import Piece, without_tags
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.lazy_regex import regex

ASKS_ON = regex(rf"[{marks.QUESTION_MARKS}]\W{{0,20}}$")
"""How a text ends that continues to ask."""

_IN_BRACKETS = regex(r"\W{0,9}[(（][^()（）]*[)）]\W{0,9}\Z")
_REMARK = regex(
    rf"\W{{0,9}}(?:{'|'.join(vocabulary.REMARK_LABELS)})[*_]{{0,3}}\s?[{marks.COLONS}]", re.IGNORECASE
)

_HTML_ITEM = regex(r"<li\b[^<>]*>", re.IGNORECASE)


def only_asks(saying: Sequence[tuple[Piece, str]]) -> bool:
    """Whether pieces do nothing but ask on: items with question marks, and no more orders of an examiner."""
    lines = _items_of(saying)
    marked = sum(bool(ASKS_ON.search(line)) for line in lines)
    return bool(lines) and marked * 2 >= len(lines) and all(map(_asks, lines))


def _mostly_asks(saying: Sequence[tuple[Piece, str]]) -> bool:
    """Whether pieces are items of which most ask on: what the others add answers nothing either."""
    lines = _items_of(saying)
    return bool(lines) and sum(map(_asks, lines)) * 2 > len(lines)


def _asks(line: str) -> bool:
    return bool(ASKS_ON.search(line)) or as_question(plain(line)) == 1


def _items_of(saying: Sequence[tuple[Piece, str]]) -> list[str]:
    """What the items of pieces say, those of HTML lists as well; nothing where a piece is none."""
    lines: list[str] = []
    for piece, text in saying:
        if piece.item >= 0:
            lines.append(text)
            continue
        before, *items = _HTML_ITEM.split(piece.text) if piece.kind == "html" else [text]
        if not items or without_tags(before, "").strip():
            return []
        lines += filter(None, (without_tags(item, " ").strip() for item in items))
    return lines


def kind_of(blocks: Sequence[Block], saying: Sequence[tuple[Piece, str]]) -> AnswerKind:
    """The kind of an answer in pieces, each with what a reader sees of it: that of the surest piece."""
    if _mostly_asks(saying):
        return "material"
    notes = False
    for piece, text in saying:
        kind = _kind(blocks, piece, text)
        if kind == "prose":
            return kind
        notes = notes or kind == "notes"
    return "notes" if notes else "material"


def _kind(blocks: Sequence[Block], piece: Piece, text: str) -> AnswerKind:
    if piece.kind in ("fence", "code", "row") or not text.replace("image", "").strip():
        return "material"
    if piece.kind == "rest" and leads_to_answer(piece.text):
        return "prose"
    if (piece.item >= 0 or piece.kind == "rest") and _is_remark(text):
        return "material"
    if _beside(blocks, piece):
        return "notes"
    # "For example:" is above the code of a question as often as above the code of an answer.
    return "notes" if text.endswith(tuple(marks.COLONS)) else "prose"


def _is_remark(text: str) -> bool:
    """Whether a text only continues to ask, is in brackets or gives a hint."""
    return bool(ASKS_ON.search(text) or _IN_BRACKETS.match(text) or _REMARK.match(text))


def _beside(blocks: Sequence[Block], piece: Piece) -> bool:
    """Whether a piece is on the question's own line, continues its item, or is in a list below it."""
    if piece.item >= 0:
        return blocks[piece.item].depth > 1
    holder = blocks[piece.block]
    own_line = bool(piece.text.partition("\n")[0].strip())
    return piece.kind == "rest" and holder.kind == "paragraph" and (own_line or holder.parent >= 0)
