"""Prompts: a plain paragraph with options below it, or one below a label alone (`__Practice Question__`)."""

import re
from collections.abc import Iterator, Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.shapes._lines import line_of
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

# `- (x) a`, `[( )] a`, `[[X]] a`, `*b. a`, `A) a`, `① a`.
_OPTION = regex(
    r"(?:[-*+]\s{1,4})?(?:(?:\*\*)?\(?\*?(?:[A-Da-dАБВа-в가]|1(?=[.)）]\D))[.)）]\s?\S|[①-④]"
    rf"|\[[{marks.BOX_MARKS}]?\]\s|\(\s?[{marks.BOX_MARKS}]?\s?\)\s"
    rf"|\[\([{marks.LIASCRIPT_MARKS}]{{0,3}}\)\]|\[\[\s?[\w ?]{{0,30}}\]\])"
)
# `## (★★)` says how hard a question is, `## (5 points)` what it is worth.
_WORTH = regex(
    r"[(\[]?[★☆⭐🌟🔴🟠🟡🟢\ufe0f]{1,9}[)\]]?\Z"
    rf"|[(\[]\d{{1,3}}\s?(?:{vocabulary.POINTS})\.?[)\]]\Z",
    re.IGNORECASE,
)
_ANSWERS = frozenset(vocabulary.ANSWER_LABELS)
_REMARK = regex(r"(?<!\s)\s*\([^()]{1,20}\)\Z")
_LONG = 60
"""No label is as long as this. Set by hand."""
_MARKUP = ("**", "__", ">", "|")


def find(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The paragraphs outside of lists and quotes that options follow, and those below a label alone."""
    margin = [(index, block) for index, block in enumerate(blocks) if block.depth == 0]
    for place, (index, block) in enumerate(margin):
        if block.kind not in ("paragraph", "quote"):
            continue
        above = margin[place - 1][1] if place else None
        if above is not None and above.kind in ("paragraph", "heading") and _is_label(above):
            found = _labelled(source, blocks, above, index)
        else:
            found = _with_options(source, blocks, index)
        if found:
            yield found


def _labelled(source: Source, blocks: Sequence[Block], label: Block, index: int) -> Candidate | None:
    """The words below a label alone.

    Question
    ========

    What is the derivative of x²?
    """
    block = blocks[index]
    quoted = block.kind == "quote"
    words = _quoted(source, block) if quoted else _before_options(source, block)
    if words is None:
        return None
    mark = "#" * label.level + " " if label.kind == "heading" else "__"
    body = Span(words.end, _end_below(source, blocks, label, index)) if label.level else None
    found = line_of(source, "prompt", f"{mark}label\n{'> ' * quoted}{{text}}", words, body=body)
    return found._replace(label="question")


def _quoted(source: Source, block: Block) -> Span | None:
    """The words on the first line of a quote."""
    line = source.line_span(block.first)
    said = source.slice(line)
    words = said.lstrip("> \t")
    return Span(line.end - len(words), line.end) if words else None


def _before_options(source: Source, block: Block) -> Span | None:
    """The lines of a paragraph up to the first option."""
    lines = range(block.first, block.end)
    until = next((line for line in lines if _OPTION.match(source.lines[line].strip())), block.end)
    return Span(block.start, source.line_span(until - 1).end) if until > block.first else None


def _end_below(source: Source, blocks: Sequence[Block], label: Block, index: int) -> int:
    """Where the question below a heading ends: at the next heading as high that opens no answer."""
    for at in range(index + 1, len(blocks)):
        block = blocks[at]
        closes = block.kind == "heading" and block.depth == 0 and block.level <= label.level
        if closes and not _names(block, _ANSWERS):
            return source.starts[block.first]
    return len(source.text)


def _with_options(source: Source, blocks: Sequence[Block], index: int) -> Candidate | None:
    """A paragraph with options on its own lines, or in the block below it."""
    block = blocks[index]
    said = block.text.split("\n")
    if _OPTION.match(said[0]) or said[0].startswith(_MARKUP):
        return None
    options = next((n for n, line in enumerate(said) if n and _OPTION.match(line.strip())), 0)
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if not options and (following is None or not _opens_options(source, following)):
        return None
    if _says(said[0], _ANSWERS):
        return None
    end = source.line_span(block.first + (options or len(said)) - 1).end
    return line_of(source, "prompt", "{text}\n\nA.", Span(block.start, max(end, block.start)))


def _is_label(block: Block) -> bool:
    if len(block.text) >= _LONG:
        return False
    said = plain(block.text).strip()
    return _names(block, vocabulary.PROMPT_LABELS) or (not said[:1].isalnum() and bool(_WORTH.match(said)))


def _names(block: Block, words: frozenset[str]) -> bool:
    """Whether a block says one of some words, and at most a remark in brackets: `Question (EN)`."""
    return _says(block.text, words)


def _says(text: str, words: frozenset[str]) -> bool:
    return vocabulary.matches_any(_REMARK.sub("", plain(text).strip()), words)


def _opens_options(source: Source, block: Block) -> bool:
    """Whether a block begins with an option that is marked by a letter or a box; some tools indent them."""
    if block.kind not in ("paragraph", "list", "code"):
        return False
    line = source.lines[block.first].strip()
    return bool(_OPTION.match(line)) and not line[:1].isdigit()
