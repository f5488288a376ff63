"""Markdown as a flat list of blocks with places, and the words of inline Markdown.

Inline markup is left alone (parsing it doubles the time); `plain` parses it for the few lines that need it.
"""

from collections.abc import Sequence
from functools import lru_cache
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.parsing import CodeText, parse
from dlqa_lint.text.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

_INLINE = MarkdownIt("commonmark").enable("strikethrough")
# No line that asks is longer; the parser of inline markup goes over unclosed brackets again and again.
_LONGEST = 4000
_MARKUP = regex(r"[*_`\[<&\\~!]")
# What the parser of inline markup does not leave as it is.
_NOT_PLAIN = regex(r"[*_`\[\]<&\\~!\n\r\0]")
# The common markup, which is taken away without parsing: code, links, emphasis; line breaks become spaces.
_CODE = regex(r"(?<!`)`(?![` ])([^`\n]*)(?<! )`(?!`)")
_TARGET = regex(r"\]\((?:https?://|[#/.])[^\s()<>\\`&]*\)")
_BARS = regex(
    r"(?<!\S)(__?)(?=[^\s_])((?:[^*_\[\]]|(?<=[^\W_])_+(?=[^\W_])|\[[^_*\[\]]*\])+)"
    r"(?:(?<=[^\W_])\1(?!\w)|(?<=\S)\1(?=\s|\Z))"
)
_STARS = regex(
    r"(?:(?<!\S)(?=\*+[^\s*])|(?<!\*)(?=\*+[^\W_]))(\*\*?)(?!\*)((?:[^*\[\]]|\[[^*\[\]]*\])+)"
    r"(?:(?<=[^\W_])|(?<=\S)(?=\*+(?:\s|\Z)))\1(?!\*)"
)
_BREAK = regex(r" *\n[ \t]*")
_LINK = regex(r"(?<!!)\[([^\[\]]*)\]\(\)")
# What may be markup of another kind; bars inside words and stars between spaces are none.
_LONE_BAR = regex(r"(?<!\w)_|_(?!\w)")
_OTHER = regex(r"\\|\r|\]\(|!\[|~~|<[a-zA-Z/!?]|&[a-zA-Z#]|(?<!\s)\*|\*(?!\s)")
_CONTAINERS = {
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "table_open": "table",
    "tr_open": "row",
}
_CLOSERS = frozenset(opener.replace("_open", "_close") for opener in _CONTAINERS)
_KINDS = {
    **_CONTAINERS,
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "fence": "fence",
    "code_block": "code",
    "html_block": "html",
    "hr": "rule",
}


class Block(NamedTuple):
    r"""A Markdown block; containers (list, item, quote, table, row) are before what they hold.

    `first` and `end` are line indexes from 0, [first, end), without trailing blank lines. `depth` counts
    the containers around it, `parent` is the index of the innermost one in the list of blocks (-1: none).
    `marker` is what makes it this block (`###`, `12.`, `-`, a fence). `text` is its inline text, lines
    joined by "\\n" (headings, paragraphs), a fence's info string or the raw HTML; `start` is the offset in
    the source where that text begins. `level` is a heading's level.
    """

    kind: str
    first: int
    end: int
    level: int
    depth: int
    parent: int
    marker: str
    text: str
    start: int


class _Read(NamedTuple):
    """What is kept of a source that was parsed."""

    blocks: Sequence[Block]
    code: Sequence[CodeText]
    mended_code: Sequence[CodeText]


def _read(source: Source) -> _Read:
    parsed = parse(source)
    found: list[Block] = []
    if parsed.front:
        found.append(Block("front-matter", 0, parsed.skipped, 0, 0, -1, parsed.front[:3], parsed.front, 0))
    _collect(parsed.tokens, source, parsed.skipped, found)
    return _Read(found, parsed.code, parsed.mended_code)


_known = lru_cache(maxsize=32)(_read)


def blocks(source: Source) -> Sequence[Block]:
    """The blocks of a source in document order, front matter first where there is one."""
    return _known(source).blocks


def blocks_inside(source: Source) -> Sequence[Block]:
    """The blocks of what stands in a code block, which must not put whole documents out of memory."""
    return _read(source).blocks


def code_texts(source: Source, *, mended: bool) -> Sequence[CodeText]:
    """The code blocks of a source with the content that a Markdown parser gives them.

    With `mended` lost headings are found again, as `blocks` does it; without, every parser reads it so.
    """
    return _known(source).mended_code if mended else _known(source).code


def _collect(tokens: "Sequence[Token]", source: Source, skipped: int, found: list[Block]) -> None:
    open_containers: list[int] = []
    lines = source.lines
    for index, token in enumerate(tokens):
        kind = _KINDS.get(token.type)
        if kind is None or token.map is None:
            if token.type in _CLOSERS:
                open_containers.pop()
            continue
        first, end = token.map[0] + skipped, token.map[1] + skipped
        while end > first + 1 and not lines[end - 1].strip():
            end -= 1
        level, marker, text = _facts(kind, token, tokens[index + 1] if index + 1 < len(tokens) else None)
        parent = open_containers[-1] if open_containers else -1
        behind = _opened_before(found, open_containers, first, source.starts[first])
        shown = marker if kind in ("heading", "item") else ""
        start = _text_start(source, first, shown, text, kind, behind=behind)
        found.append(Block(kind, first, end, level, len(open_containers), parent, marker, text, start))
        if token.type in _CONTAINERS:
            open_containers.append(len(found) - 1)


def _facts(kind: str, token: "Token", inner: "Token | None") -> tuple[int, str, str]:
    """A token's level, marker and text."""
    if kind == "paragraph":
        return 0, "", inner.content if inner else ""
    if kind == "heading":
        return int(token.tag[1]), token.markup, inner.content if inner else ""
    if kind == "item":
        return 0, token.info + token.markup, ""
    if kind == "fence":
        return 0, token.markup, token.info
    if kind in ("html", "code"):
        return 0, "", token.content
    return 0, token.markup, ""


def _opened_before(found: "Sequence[Block]", containers: "Sequence[int]", first: int, start: int) -> int:
    """Where the content of the item begins that a line opens before anything else; 0 where it opens none.

    The number of an item may be the same as that of the item in it: `1. 1. What?`
    """
    around = next((found[index] for index in reversed(containers) if found[index].kind == "item"), None)
    return around.start - start if around and around.first == first else 0


def _text_start(source: Source, first: int, marker: str, text: str, kind: str, *, behind: int) -> int:
    """The offset at which a block's text (or an item's content) begins, behind so much of its first line."""
    line, start = source.lines[first], source.starts[first]
    if kind == "item":
        return start + _item_content(line, marker, behind)
    if not text and kind != "heading":
        return start
    head = text.partition("\n")[0]
    if marker.startswith("#"):
        at = line.find(marker, behind) + len(marker)
        at = line.find(head, at) if head else at
    else:
        at = line.find(head, behind)
    return start + max(at, 0)


def _item_content(line: str, marker: str, behind: int) -> int:
    """Where an item's content begins in its line; a line may open several items (`1. - x`)."""
    at = line.find(marker, behind)
    while at >= 0:
        end = at + len(marker)
        opens = at == 0 or line[at - 1] == ">" or line[at - 1].isspace()
        if opens and (end == len(line) or line[end].isspace()):
            return len(line) - len(line[end:].lstrip(" \t"))
        at = line.find(marker, at + 1)
    return 0


def marker_start(source: Source, item: Block) -> int:
    """The offset of an item's marker."""
    start = source.starts[item.first]
    return start + max(source.lines[item.first].rfind(item.marker, 0, item.start - start), 0)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The words of inline Markdown as a reader sees them, without markup; images and HTML tags vanish."""
    if len(text) > _LONGEST or not _MARKUP.search(text):
        return text
    simple = _without_markup(text)
    if simple is not None:
        return simple
    words: list[str] = []
    for token in _INLINE.parseInline(text)[0].children or ():
        if token.type in ("text", "code_inline", "text_special"):
            words.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" ")
    return "".join(words)


def _without_markup(text: str) -> str | None:
    """The words of a text with common markup only, told in a fraction of the parser's time; else None."""
    codes = _CODE.findall(text) if "`" in text else []
    bare = _CODE.sub("`", text) if codes else text
    if bare.count("`") != len(codes):
        return None
    bare = _TARGET.sub("]()", bare) if "](" in bare else bare
    bare = _BARS.sub(r"\2", bare) if "_" in bare else bare
    if "_" in bare and _LONE_BAR.search(bare):
        return None
    bare = _STARS.sub(r"\2", bare) if "*" in bare else bare
    bare = _BREAK.sub(" ", bare) if "\n" in bare else bare
    bare = _LINK.sub(r"\1", bare) if "](" in bare else bare
    if _OTHER.search(bare):
        return None
    return "".join(map(add, bare.split("`"), [*codes, ""])) if codes else bare


@lru_cache(maxsize=4096)
def inline(text: str) -> tuple[tuple[str, str], ...]:
    """Inline Markdown in reading order as (kind, content): text, code, html, and link and image targets.

    A link without a target is the end of one.
    """
    if text and not _NOT_PLAIN.search(text):
        return (("text", text),)
    found: list[tuple[str, str]] = []

    def walk(tokens: "Sequence[Token]") -> None:
        for token in tokens:
            if token.type in ("text", "text_special"):
                found.append(("text", token.content))
            elif token.type in ("softbreak", "hardbreak"):
                found.append(("text", " "))
            elif token.type == "code_inline":
                found.append(("code", token.content))
            elif token.type == "html_inline":
                found.append(("html", token.content))
            elif token.type == "link_open":
                found.append(("link", str(token.attrGet("href") or "")))
            elif token.type == "link_close":
                found.append(("link", ""))
            elif token.type == "image":
                found.append(("image", str(token.attrGet("src") or "")))
                walk(token.children or ())

    walk(_INLINE.parseInline(text)[0].children or ())
    return tuple(found)
