"""A question's body cut into pieces: the leaf blocks below its line, and the rest of the line's own block."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.body.answer_links import leads_to_answer
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.inline import code_spans
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

# Lengths are bounded so that a page of unclosed brackets or tags stays linear.
_TAG = regex(r"</?[a-zA-Z][^<>]*>")
_IMAGE = regex(
    r"!\[[^\[\]]{0,600}\](?:\([^()]{0,1200}\)|\[[^\[\]]{0,200}\])|<(?:img|video|iframe|svg|audio)\b[^<>]*>?",
    re.IGNORECASE,
)
_ANCHOR_LINK = regex(
    r"\[(?:[^\[\]]|\[[^\[\]]{0,100}\]){0,200}\]\(\s{0,9}#[^()]{0,300}\)"
    r"|<a\b[^<>]{0,300}?href\s*=\s*[\"']?#[^<>]*>.{0,300}?</a>",
    re.IGNORECASE | re.DOTALL,
)
_LINK_TARGET = regex(r"(?<=\w)\]\([^()\n]{0,1200}\)")
_LETTERS = regex(r"\w")
_WORD = regex(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_ASCII_WORD = regex(r"[A-Za-z0-9]+(?:['.\-][A-Za-z0-9]+)*")  # the same, found in half the time
_TOP = frozenset(vocabulary.TOP_WORDS)
_OPENINGS = frozenset(top[:2] for top in vocabulary.TOP_WORDS)
_FEW_WORDS = max(map(len, vocabulary.TOP_WORDS))
_TARGET = regex(r"\]\([^()\n]{0,1200}\)")
_MARKS = regex(r"[^\w\s']|_")
_SETTLED = regex(r"^\s*(?:[-*_]\s*){3,}$")
_SHOWN_TAGS = str.maketrans("<>", "‹›")
_FENCES = " \t\r\n>`~"
"""What is in the lines of a fence around nothing: the closing one, and the marks of a quote around it."""
_NEAR = 60
"""So many blocks before a line the one that covers it may begin: rows and items are in between. Set by hand."""
_LONGEST = 2000
"""Nothing longer is a way back to the top, whatever its links take up."""
_SHORT = 60
"""What is longer says more than "back to the top". Set by hand."""
_LEAVES = frozenset(("heading", "paragraph", "fence", "code", "html", "rule", "row"))


class Piece(NamedTuple):
    """A part of a body: a leaf block (its kind is the block's), or the `rest` of the block that asks.

    `item` is the index of the innermost list item around it, -1 for none.
    """

    kind: str
    span: Span
    text: str
    block: int
    item: int
    marker: str
    level: int


def pieces_of(source: Source, blocks: Sequence[Block], body: Span, starts: Sequence[int]) -> list[Piece]:
    """The pieces of a body in reading order; `starts` are the line indexes at which the blocks begin."""
    if body.end <= body.start:
        return []
    first, end = source.line_index(body.start), source.last_line(body)
    found: list[Piece] = []
    at = bisect_left(starts, first)
    holder = _leaf_before(blocks, at, first)
    if holder is not None or (at < len(blocks) and starts[at] == first):
        rest = _rest(source, blocks, body, at, holder)
        if rest:
            found.append(rest)
    while at < len(blocks) and starts[at] <= end:
        block = blocks[at]
        if block.kind in _LEAVES and block.first > first and not _is_empty_fence(source, block):
            item = block.parent if block.parent >= 0 and blocks[block.parent].kind == "item" else -1
            span = source.lines_span(block.first, min(block.end, end + 1))
            text = source.slice(span) if block.kind == "row" else block.text
            found.append(Piece(block.kind, span, text, at, item, block.marker, block.level))
        elif block.kind == "item" and block.first > first and _empty_item(blocks, at):
            span = source.lines_span(block.first, block.end)
            if _is_number(blocks, at):
                found.append(Piece("paragraph", span, block.marker, at, -1, "", 0))
            else:
                found.append(Piece("item", span, "", at, at, block.marker, 0))
        at += 1
    return found


def _is_empty_fence(source: Source, block: Block) -> bool:
    """Whether a block is a fence around nothing; one line alone may close what its reader took for code."""
    inner = source.lines[block.first + 1 : block.end]
    return block.kind == "fence" and bool(inner) and not any(line.strip(_FENCES) for line in inner)


def _empty_item(blocks: Sequence[Block], index: int) -> bool:
    return index + 1 >= len(blocks) or blocks[index + 1].parent != index


def _is_number(blocks: Sequence[Block], index: int) -> bool:
    """Whether an empty item is a number with a full stop and not a list: `1492.` alone; `1.` begins a list."""
    number, stop = blocks[index].marker[:-1], blocks[index].marker[-1:]
    if stop != "." or number == "1":
        return False
    around = blocks[index].parent
    is_last = index + 1 >= len(blocks) or blocks[index + 1].parent != around
    return around == index - 1 and is_last


def _leaf_before(blocks: Sequence[Block], at: int, line: int) -> int | None:
    """The leaf block that began earlier and still covers a line."""
    for index in range(at - 1, max(at - _NEAR, -1), -1):
        block = blocks[index]
        if block.end > line and block.kind in ("paragraph", "html", "heading", "fence", "code"):
            return index
        if block.depth == 0 and block.end <= line:
            return None
    return None


def _rest(source: Source, blocks: Sequence[Block], body: Span, at: int, holder: int | None) -> Piece | None:
    """How the block that asks continues after the question's own characters.

    `at` is the first block that begins on the question's line or later, `holder` one that began before it.
    """
    first = source.line_index(body.start)
    index = holder if holder is not None else -1
    while at < len(blocks) and blocks[at].first == first:
        if blocks[at].kind in ("paragraph", "html", "heading", "row"):
            index = at
        at += 1
    if index < 0:
        return None
    last = max(first, min(blocks[index].end - 1, source.last_line(body)))
    span = Span(body.start, min(source.line_span(last).end, body.end))
    text = source.slice(span)
    kind = "html" if blocks[index].kind == "html" else "rest"
    return Piece(kind, span, text, index, -1, "", 0) if text.strip() else None


def is_navigation(text: str) -> bool:
    """Whether a text is nothing but a way back to the top: links into the document, arrows, their words."""
    if len(text) > _LONGEST:
        return False
    without = _ANCHOR_LINK.sub(" ", text) if "#" in text else text
    if without != text and not _LETTERS.search(without_tags(without, "")):
        said = plain(without_tags(text, " "))
        return len(said) < _SHORT
    bare = without_tags(text, "")
    without = _TARGET.sub("", bare) if "](" in bare else bare
    # Markup is parsed only where what is left could be such words; an entity is longer than its letter.
    if len(without) > 4 * _FEW_WORDS:
        return False
    if "&" not in without and "![" not in without:
        letters = _MARKS.sub("", without).strip()
        if len(letters) > _FEW_WORDS or letters[:2].casefold() not in _OPENINGS:
            return False
    return vocabulary.matches_any(re.sub(r"[^\w\s']", "", plain(bare)).strip(), _TOP)


def without_tags(text: str, instead: str) -> str:
    """A text without HTML tags and comments; something is instead of each."""
    if "<" not in text:
        return text
    parts, at = [], 0
    while (opened := text.find("<!--", at)) >= 0 and (closed := text.find("-->", opened)) >= 0:
        parts += [text[at:opened], instead]
        at = closed + 3
    return _TAG.sub(instead, "".join([*parts, text[at:]]))


def words_in(text: str) -> int:
    """The number of words of a text; every character of Chinese, Japanese and Korean counts as one.

    Punctuation alone is not a word, unless it is code: `&&` or `<!-- -->`.
    """
    if "`" in text and is_signs_in_code(text):
        return 1
    if text.isascii():
        return len(_ASCII_WORD.findall(text))
    found = _WORD.findall(text)
    if max(text) < _FIRST_CJK:
        return len(found)
    cjk = len(_cjk().findall(text))
    return cjk + sum(1 for word in found if not _cjk().match(word)) if cjk else len(found)


def is_signs_in_code(text: str) -> bool:
    """Whether a text is nothing but punctuation, and some of it is code."""
    if any(map(str.isalnum, text)):
        return False
    return any(text[span.start : span.end].strip() for span in code_spans(text))


_FIRST_CJK = "\u3040"
"""No sign of the scripts below comes before it."""


@cache
def _cjk() -> re.Pattern[str]:
    # Compiled when a text needs it: character ranges of this size take longer than reading a short document.
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _without_tags_in_code(text: str) -> str:
    """A text whose code spans show their tags: `<a>` in backticks is read, and hides nothing."""
    if "`" not in text or "<" not in text:
        return text
    parts, at = [], 0
    for span in code_spans(text):
        shown = text[span.start : span.end].translate(_SHOWN_TAGS)
        parts += [text[at : span.start], shown]
        at = span.end
    return "".join([*parts, text[at:]])


def visible(piece: Piece) -> str:
    """What a reader sees of a piece; tags, comments, rules and back-to-top links are set aside.

    A link on the question's own line that says that the answer is there leads to no top.
    """
    if piece.kind == "rule" or (piece.kind in ("rest", "paragraph", "html") and _SETTLED.match(piece.text)):
        return ""
    if piece.kind in ("fence", "code"):
        return piece.text if piece.kind == "code" else "code"
    text = _without_tags_in_code(piece.text) if piece.kind != "html" else piece.text
    if piece.kind in ("paragraph", "html", "rest", "row", "heading") and ("![" in text or "<" in text):
        text = _IMAGE.sub(" image ", text)
    if piece.kind in ("paragraph", "html", "rest") and is_navigation(text):
        reveals = piece.kind == "rest" and leads_to_answer(text)
        return plain(text).strip() if reveals else ""
    text = without_tags(text, " ")
    return (_LINK_TARGET.sub("] ", text) if "](" in text else text).strip()
