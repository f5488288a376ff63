r"""Formulas in Markdown, which its parser knows nothing of and would take for emphasis and escapes.

A formula stands between `$…$`, `$$…$$`, `` $`…`$ `` or `\(…\)`, as GitHub, GitLab, Jupyter and MathJax have it; a
line that begins with `$$` or `\[` opens one of several lines. Money (`$5 and $6`), variables (`$scope.$apply`)
and escaped brackets inside a line (`a\[0\]`) are none.
"""

from typing import TYPE_CHECKING

from dlqa_lint.text.lazy_regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

INLINE, DISPLAY = "formula_inline", "formula_display"
"""The types of the tokens; the content of one is the formula without what it stands between."""

_INLINE = regex(
    r"""(?xs)
    \$\$ (?P<display> [^$]{1,2000} ) \$\$
    | \$` (?P<ticked> [^`]{1,2000} ) `\$
    | \$ (?P<dollars> (?![\s$`]) (?: [^$\\] | \\. ){1,1000} ) (?<!\s) \$ (?![\w$])
    | \\\( (?P<parens> .{1,1000}? ) \\\)
    """
)
_OPENS = regex(r" {0,3}(\$\$|\\\[)")
_CLOSERS = {"$$": "$$", "\\[": "\\]"}


def formulas(parser: "MarkdownIt") -> None:
    """Teach a parser formulas; a plugin, for `parser.use`."""
    parser.inline.ruler.before("escape", "formula", _inline)
    parser.block.ruler.before("fence", "formula", _block, {"alt": ["paragraph", "blockquote", "list"]})


def _inline(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    before = state.src[state.pos - 1 : state.pos] if state.pos else ""
    match = _INLINE.match(state.src, state.pos)
    if match is None or match.end() > state.posMax or before == "\\":
        return False
    if match["dollars"] and (before.isalnum() or before in ("$", "_")):
        return False
    if not silent:
        token = state.push(DISPLAY if match["display"] else INLINE, "", 0)
        token.content = match[match.lastgroup or 0]
    state.pos = match.end()
    return True


def _block(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    opening = _OPENS.match(_line(state, first)) if not state.is_code_block(first) else None
    if opening is None:
        return False
    lines = [_line(state, first)[opening.end() :]]
    closer = _CLOSERS[opening[1]]
    while not lines[-1].rstrip().endswith(closer):
        at = first + len(lines)
        if at >= end or state.sCount[at] < state.blkIndent:
            return False
        lines.append(_line(state, at))
    lines[-1] = lines[-1].rstrip().removesuffix(closer)
    if closer in "\n".join(lines):
        return False
    if not silent:
        state.line = first + len(lines)
        token = state.push(DISPLAY, "", 0)
        token.block, token.map = True, [first, state.line]
        token.content = "\n".join(lines).strip("\n")
    return True


def _line(state: "StateBlock", at: int) -> str:
    return state.src[state.bMarks[at] + min(state.tShift[at], state.blkIndent) : state.eMarks[at]]
