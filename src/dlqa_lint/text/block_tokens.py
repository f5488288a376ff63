"""The tokens of a Markdown text of which blocks are made, from the parser's own rules.

The tokens of a large document are many times as large as its text, so that there are no more than it takes.
"""

from collections.abc import Sequence
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from dlqa_lint.text.openings import RulesBySign

_PARSER = MarkdownIt("commonmark").enable("table")
_PARSER.block.ruler = RulesBySign(_PARSER.block.ruler)  # type: ignore[assignment]
_PARTS_OF_TABLES = [f"{part}_{end}" for part in ("thead", "tbody", "th", "td") for end in ("open", "close")]
_UNUSED = frozenset(("paragraph_close", "heading_close", *_PARTS_OF_TABLES))


class _State(StateBlock):
    """A state of the parser that keeps no token that nobody uses: the rules write all of these into one."""

    def __init__(self, text: str) -> None:
        super().__init__(text, _PARSER, {}, [])
        self._unused = Token("", "", 0)
        self._nothing: dict[str, Any] = {}

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if ttype in _UNUSED:
            self.level += nesting
            return self._unused
        token = super().push(ttype, tag, nesting)
        token.attrs = token.meta = self._nothing  # two empty ones for each are a third of its size
        return token


def block_tokens(text: str) -> Sequence[Token]:
    """The tokens of containers and blocks, with the inline text of these and nothing that closes them."""
    state = _State(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd"))
    _PARSER.block.tokenize(state, state.line, state.lineMax)
    return state.tokens
