"""A text with code, comments, or everything but prose blanked out, for what must look at raw lines."""

import re
from collections.abc import Collection
from functools import lru_cache

from dlqa_lint.text.blocks import blocks
from dlqa_lint.text.inline import blanked, mask_code, mask_spans
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

_NO_MARKDOWN = frozenset(("fence", "code", "front-matter"))
_NO_PROSE = _NO_MARKDOWN | {"html", "table", "heading"}
_COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@lru_cache(maxsize=4)
def prose(source: Source) -> str:
    """The text with code, HTML, tables, headings and comments blanked out, every offset kept."""
    return _without_comments(_without(source, _NO_PROSE))


@lru_cache(maxsize=4)
def without_code(source: Source) -> str:
    """The text with code, front matter and comments blanked out, every offset kept."""
    return _without_comments(mask_code(_without(source, _NO_MARKDOWN)))


def _without(source: Source, kinds: Collection[str]) -> str:
    """The text with the lines of some kinds of block blanked out."""
    spans = [source.lines_span(block.first, block.end) for block in blocks(source) if block.kind in kinds]
    return mask_spans(source.text, sorted(spans))


def _without_comments(text: str) -> str:
    """The text with HTML comments blanked out; code must be masked before."""
    return _COMMENT.sub(lambda match: blanked(match.group()), text) if "<!--" in text else text
