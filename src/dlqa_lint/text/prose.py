"""A text with everything but prose blanked out, for the few rules that must look at raw lines."""

import re
from functools import lru_cache

from dlqa_lint.text.blocks import blocks
from dlqa_lint.text.inline import blanked, mask_spans
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

_NO_PROSE = frozenset(("fence", "code", "html", "front-matter", "table", "heading"))
_COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@lru_cache(maxsize=4)
def prose(source: Source) -> str:
    """The text with code, HTML, tables, headings and comments blanked out, every offset kept."""
    spans = [source.lines_span(block.first, block.end) for block in blocks(source) if block.kind in _NO_PROSE]
    hidden = mask_spans(source.text, sorted(spans))
    return without_comments(hidden)


def without_comments(text: str) -> str:
    """The text with HTML comments blanked out, every offset kept; code must be masked before."""
    return _COMMENT.sub(lambda match: blanked(match.group()), text) if "<!--" in text else text
