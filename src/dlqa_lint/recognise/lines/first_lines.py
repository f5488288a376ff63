"""How much of a block is its first line, for a reader."""

from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

_ENDS = tuple(marks.FINAL + ")]）\"”'`*_>")
_OPENED = regex(rf"({marks.STRONG})(?!\s)")


def is_underlined(block: Block) -> bool:
    """Whether a heading is a paragraph that the rule right below it makes one: no heading has two lines with words."""
    return sum(any(map(str.isalnum, line)) for line in block.text.split("\n")) > 1


def raw_heading(source: Source, block: Block) -> str:
    """A heading's content as written, closing hashes included."""
    line_end = source.line_span(source.line_index(block.start)).end
    return source.text[block.start : line_end]


def first_lines(source: Source, block: Block, *, wrapped: bool) -> str:
    r"""A paragraph's first line, or as many lines as its opening emphasis covers.

    With `wrapped`, a first line that ends in the middle of a sentence takes the lines along on which it
    goes on. A backslash that breaks the line is not looked at:

        **2) Which diagrams support testing, with
        particular regard to large systems?** \\
    """
    first = source.line_index(block.start)
    text = source.text[block.start : source.line_span(first).end]
    opened = _OPENED.match(text)
    if opened and text.count(opened.group(1)) == 1:
        for line in range(first + 1, min(block.end, first + 5)):
            if source.lines[line].rstrip().removesuffix("\\").rstrip().endswith(opened.group(1)):
                return source.text[block.start : source.line_span(line).end]
        return text
    line = first
    while wrapped and not opened and line + 1 < block.end and _goes_on(source, line):
        line += 1
    return source.text[block.start : source.line_span(line).end]


def _goes_on(source: Source, line: int) -> bool:
    """Whether a line ends in the middle of a sentence, and no tag or picture follows."""
    return not is_closed(source.lines[line]) and not source.lines[line + 1].lstrip().startswith(("</", "!["))


def is_closed(line: str) -> bool:
    """Whether a line ends a sentence, or breaks after it."""
    bare = line.rstrip()
    return bare.endswith(_ENDS) or len(line) - len(bare) > 1 or line.endswith("\\")
