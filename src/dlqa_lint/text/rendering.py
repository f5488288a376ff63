r"""Markdown as HTML, for programs that show it: with formulas as MathJax wants them, and raw HTML as it is.

What comes out is as trustworthy as what goes in; `text.clean_html` makes it safe to show.
"""

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from dlqa_lint.text.formulas import DISPLAY, INLINE, formulas
from dlqa_lint.text.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(formulas)


@lru_cache(maxsize=4)
def definitions(source: Source) -> Mapping[str, Any]:
    """Where the reference links of a document lead; a part of it is rendered with these."""
    found: dict[str, Any] = {}
    _PARSER.parse(source.text, found)
    references: Mapping[str, Any] = found.get("references", {})
    return references


def html_of(text: str, source: Source) -> str:
    """Blocks of a document as HTML."""
    return str(_PARSER.render(text, {"references": dict(definitions(source))}))


def inline_html_of(text: str, source: Source) -> str:
    """A line of a document as HTML, whatever it begins with: `> 5` is no quote there, and `1. x` no list."""
    return str(_PARSER.renderInline(text, {"references": dict(definitions(source))}))


def _inline(_: "RendererHTML", tokens: "Sequence[Token]", at: int, *__: object) -> str:
    return f"\\({escape(tokens[at].content, quote=False)}\\)"


def _display(_: "RendererHTML", tokens: "Sequence[Token]", at: int, *__: object) -> str:
    formula = f"\\[{escape(tokens[at].content, quote=False)}\\]"
    return f"<p>{formula}</p>\n" if tokens[at].block else formula


def _fence(self: "RendererHTML", tokens: "Sequence[Token]", at: int, options: Any, env: Any) -> str:
    """A fence; one of the language `math` is a formula, as GitHub and GitLab have it."""
    if tokens[at].info.strip() == "math":
        return _display(self, tokens, at)
    return self.fence(tokens, at, options, env)


for _type, _rule in ((INLINE, _inline), (DISPLAY, _display), ("fence", _fence)):
    _PARSER.add_render_rule(_type, _rule)
