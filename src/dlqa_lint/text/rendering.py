r"""Markdown as HTML, for programs that show it: with formulas as MathJax or a caller wants them, and raw HTML as it is.

What comes out is as trustworthy as what goes in; `text.clean_html` makes it safe to show.
"""

from collections.abc import Callable, Mapping
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

Formula = Callable[[str, bool], str]
"""What makes HTML of a formula, given its TeX and whether it stands on a line of its own."""


def tex(formula: str, display: bool) -> str:
    r"""A formula in TeX, between what MathJax looks for."""
    text = escape(formula, quote=False)
    return f"\\[{text}\\]" if display else f"\\({text}\\)"


@lru_cache(maxsize=4)
def definitions(source: Source) -> Mapping[str, Any]:
    """Where the reference links of a document lead; a part of it is rendered with these."""
    found: dict[str, Any] = {}
    _PARSER.parse(source.text, found)
    references: Mapping[str, Any] = found.get("references", {})
    return references


def html_of(text: str, source: Source, formula: Formula = tex) -> str:
    """Blocks of a document as HTML."""
    return str(_PARSER.render(text, _env(source, formula)))


def inline_html_of(text: str, source: Source, formula: Formula = tex) -> str:
    """A line of a document as HTML, whatever it begins with: `> 5` is no quote there, and `1. x` no list."""
    return str(_PARSER.renderInline(text, _env(source, formula)))


def _env(source: Source, formula: Formula) -> dict[str, Any]:
    return {"references": dict(definitions(source)), "formula": formula}


def _inline(_: "RendererHTML", tokens: "Sequence[Token]", at: int, __: object, env: Any) -> str:
    return str(env["formula"](tokens[at].content, False))


def _display(_: "RendererHTML", tokens: "Sequence[Token]", at: int, __: object, env: Any) -> str:
    formula = env["formula"](tokens[at].content, True)
    return f"<p>{formula}</p>\n" if tokens[at].block else str(formula)


def _fence(self: "RendererHTML", tokens: "Sequence[Token]", at: int, options: Any, env: Any) -> str:
    """A fence; one of the language `math` is a formula, as GitHub and GitLab have it."""
    if tokens[at].info.strip() == "math":
        return _display(self, tokens, at, options, env)
    return self.fence(tokens, at, options, env)


for _type, _rule in ((INLINE, _inline), (DISPLAY, _display), ("fence", _fence)):
    _PARSER.add_render_rule(_type, _rule)
