"""A source is parsed once: its front matter, its block tokens with lost headings found again, and its code."""

import re
from typing import TYPE_CHECKING, NamedTuple

from dlqa_lint.text.block_tokens import block_tokens
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.malformed_headings import Leaf, Lines, found_again, may_be_lost
from dlqa_lint.text.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_FRONT_MATTER = regex(
    r"\A---[ \t]*(?:\r\n|\r|\n)(?:.*?(?:\r\n|\r|\n))??(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)", re.DOTALL
)
_TOML = regex(
    r"\A\+\+\+[ \t]*(?:\r\n|\r|\n)(?=(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*+[ \t]*[\w.\"'-]{1,80}[ \t]*=)"
    r".*?(?:\r\n|\r|\n)\+\+\+[ \t]*(?=\r|\n|\Z)",
    re.DOTALL,
)
"""The same in TOML, as Hugo and Zola have it."""
# Recovering one lost heading may uncover another, but not indefinitely.
_ROUNDS = 3


class CodeText(NamedTuple):
    """A code block, with the info string and the content that a Markdown parser gives it."""

    span: Span
    text: str


class Parsed(NamedTuple):
    """The tokens below the front matter of a source; their lines count from its first line that is `skipped`.

    `code` are the code blocks as every parser reads them, `mended_code` those beside headings found again.
    """

    front: str
    skipped: int
    tokens: "Sequence[Token]"
    code: "Sequence[CodeText]"
    mended_code: "Sequence[CodeText]"


def parse(source: Source) -> Parsed:
    """What the parser makes of a source."""
    front = front_matter(source)
    skipped, text = 0, source.text
    if front.end:
        skipped = source.line_index(front.end) + 1
        text = source.text[source.starts[skipped] :] if skipped < len(source.starts) else ""
    tokens = block_tokens(text)
    code = mended_code = _code(source, tokens, skipped)
    if may_be_lost(text):
        tokens = _with_lost_headings(tokens, source.lines[skipped:])
        mended_code = _code(source, tokens, skipped)
    return Parsed(source.slice(front), skipped, tokens, code, mended_code)


def front_matter(source: Source) -> Span:
    """Where the front matter of a source is with its rules; nothing at the beginning where there is none."""
    match = _FRONT_MATTER.match(source.text) or _TOML.match(source.text)
    return Span(*match.span()) if match else Span(0, 0)


def _code(source: Source, tokens: "Sequence[Token]", skipped: int) -> "Sequence[CodeText]":
    return [
        CodeText(
            source.lines_span(token.map[0] + skipped, token.map[1] + skipped),
            token.info.strip() + "\n" + token.content,
        )
        for token in tokens
        if token.type in ("fence", "code_block") and token.map
    ]


def _with_lost_headings(tokens: "Sequence[Token]", lines: "Sequence[str]") -> "Sequence[Token]":
    """The tokens of a text as if its lost headings were none; they tell the lines of the text as it is."""
    text = Lines(lines, range(len(lines)))
    for _ in range(_ROUNDS):
        mended = found_again(text, _leaves(tokens))
        if mended is None:
            break
        text, tokens = mended, block_tokens("\n".join(mended.lines))
    for token in tokens:
        if token.map is not None:
            first, end = token.map
            token.map = [text.origins[first], text.origins[end - 1] + 1]
    return tokens


def _leaves(tokens: "Sequence[Token]") -> "Iterator[Leaf]":
    """The blocks that may hold lost headings; a line of hyphens below makes a heading of a paragraph."""
    for token in tokens:
        if token.map and (
            token.type in ("paragraph_open", "html_block")
            or (token.type == "heading_open" and token.markup in "-=")
        ):
            yield Leaf(token.type == "html_block", *token.map)
