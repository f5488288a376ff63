"""Lines of paragraphs that may be questions: bold, numbered, labelled, or whole sentences that ask."""

import re
from collections.abc import Collection, Iterator, Sequence

from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.model.numbers import value_of
from dlqa_lint.recognise.lines.first_lines import first_lines, is_closed
from dlqa_lint.recognise.lines.labels_alone import card_label, with_words_below
from dlqa_lint.recognise.lines.line import Candidate, made
from dlqa_lint.recognise.lines.line_parts import Parts, as_text, parse_line
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_HINT = regex(
    r"\*\S|_\S|<(?:b|strong)>|~~|\[\d|[【［]|\[[^\W\d]{1,16}\]\s|[(（#№]\s?\d|-?\d+(?:-\d+){0,3}(?:\*?\\?[.)、．：:）]|-|\s[-–—]\s)|第|제"
    r"|[^\s\d]{1,16}(?:\s[^\s\d]{1,9}){0,2}\s{0,2}[.:#№]?\s?\d|[^\s:：]{1,16}(?:\s[^\s:：]{1,10})?\s?[.:：)]"
)
_STRUCK = regex(r"~~\s*(#{1,6})\s+(\S.*?)~~\s*$")
_SWALLOWED = regex(r"(?:</details>|<br\s{0,3}/?>)\s*\Z", re.IGNORECASE)
# A question that is bold at its beginning only; a bold sentence ends where the emphasis does.
_BOLD_START = regex(
    rf"({marks.STRONG})(?![\s*_])[^*_\n]{{1,200}}(?<![\s.:!。：{marks.QUESTION_MARKS}])\1"
    rf"[^*_\n.!:。：{marks.QUESTION_MARKS}]{{0,300}}[{marks.QUESTION_MARKS}]"
)
_GLYPH = regex(rf"(?P<glyph>[{marks.BULLETS}])\s{{0,9}}(?P<text>[^\s{marks.BULLETS}].*)")
# `1.2 What is a list?` is numbered where the lines around it are; alone it may be a measure.
_DOTTED = regex(r"(?<![^\r\n])[ \t]{0,3}\d{1,3}(?:\.\d{1,3}){1,3}[ \t]+[^\W\d_]")
_FEWEST = 3
"""At least this many lines of a paragraph begin with such numbers. Set by hand."""

_LONGEST = 400
_MOST_LINES = 4
_SHORT = 60
_NO_SENTENCE = ("|", "<", "!", "[", "`", "$")


def paragraph_lines(
    source: Source, blocks: Sequence[Block], index: int, *, stops: bool
) -> Iterator[Candidate]:
    """The lines of a paragraph that are written as questions may be."""
    block = blocks[index]
    yield from _lines(source, blocks, index, range(block.first, block.end), stops=stops)


def swallowed_lines(
    source: Source, blocks: Sequence[Block], index: int, *, stops: bool
) -> Iterator[Candidate]:
    """The lines that Markdown takes for HTML because they are right below a closing tag.

    </details>
    02. What is an epoch?
    """
    block = blocks[index]
    for line in range(block.first + 1, block.end):
        if _SWALLOWED.search(source.lines[line - 1]) and not source.lines[line].lstrip().startswith("<"):
            yield from _lines(source, blocks, index, range(line, line + 1), stops=stops)


def lazy_lines(source: Source, blocks: Sequence[Block], index: int, *, stops: bool) -> Iterator[Candidate]:
    """The unindented numbers that Markdown takes for the text of the item above: labelled ones, and the next one.

    1. Ropes
    Question 1: Which knot holds in wet rope?

    4. Which knot slips?
    5.Which one jams?
    """
    block = blocks[index]
    number = blocks[block.parent].marker[:-1]
    count = int(number) if number.isdecimal() else None
    for line in range(block.first + 1, block.end):
        if not source.lines[line][:1].isspace():
            found = _lines(source, blocks, index, range(line, line + 1), stops=stops)
            for candidate in found:
                following = count is not None and value_of(candidate.number) == (count + 1,)
                count = count + 1 if count is not None and following else count
                if candidate.number and (candidate.label or following):
                    yield candidate


def _lines(
    source: Source, blocks: Sequence[Block], index: int, lines: range, *, stops: bool
) -> Iterator[Candidate]:
    line = lines.start
    dotted = len(_DOTTED.findall(blocks[index].text)) >= _FEWEST
    while line < lines.stop:
        text = source.lines[line]
        start = source.starts[line] + len(text) - len(text.lstrip())
        content = text.strip()
        struck = _STRUCK.match(content) if content.startswith("~~") else None
        glyph = _GLYPH.match(content) if content[:1] in marks.BULLETS else None
        if struck:
            yield _struck_heading(source, index, struck, start)
        elif glyph:
            yield _after_glyph(source, index, glyph, start)
        elif _HINT.match(content):
            place = blocks[index]._replace(start=start, end=lines.stop)
            content = first_lines(source, place, wrapped=False)
            spaced = dotted and bool(_DOTTED.match(content))
            candidate = _written_as_question(
                source, blocks, index, content, start, stops=stops, spaced=spaced
            )
            if candidate:
                line = max(line, source.line_index(candidate.text_span.end) - content.count("\n"))
                yield candidate
            line += content.count("\n")
        line += 1


def _written_as_question(
    source: Source,
    blocks: Sequence[Block],
    index: int,
    content: str,
    start: int,
    *,
    stops: bool,
    spaced: bool,
) -> Candidate | None:
    parts = card_label(content) or parse_line(content, space_delimits=spaced, stops=stops)
    italic = parts.template.startswith(("*{", "_{"))
    if not parts.number and not parts.bare_label and (italic or not parts.emphasised):
        bold = _BOLD_START.match(content)
        if bold is None:
            return None
        parts = as_text(bold.group())
    candidate = _made(source, parts, index, start, start + len(content.rstrip()))
    return with_words_below(source, blocks, index, candidate)


def _after_glyph(source: Source, index: int, glyph: re.Match[str], start: int) -> Candidate:
    """A line after a bullet that a word processor drew, which Markdown does not take for one."""
    candidate = _made(
        source, as_text(glyph["text"]), index, start + glyph.start("text"), start + glyph.end("text")
    )
    span = Span(start, candidate.span.end)
    return candidate._replace(template=glyph["glyph"] + " {text}", span=span)


def _made(source: Source, parts: Parts, index: int, start: int, end: int) -> Candidate:
    return made(
        source, parts, block=index, kind="paragraph", level=0, opener="", start=start, at=start, end=end
    )


def _struck_heading(source: Source, index: int, struck: re.Match[str], start: int) -> Candidate:
    """A heading that is withdrawn with its hashes (`~~### 3. …~~`), which makes a paragraph of it."""
    candidate = made(
        source,
        parse_line(struck.group(2).rstrip(), space_delimits=True),
        block=index,
        kind="heading",
        level=len(struck.group(1)),
        opener=struck.group(1) + " ",
        start=start,
        at=start + struck.start(2),
        end=start + len(struck.string),
    )
    return candidate._replace(struck=True)


def asking_lines(
    source: Source, blocks: Sequence[Block], index: int, stacked: Collection[int]
) -> Iterator[Candidate]:
    """The plain lines of a paragraph that ask, or are `stacked` with others that do.

    Each begins a sentence, and stays one line to the reader.
    """
    block = blocks[index]
    line = block.first
    last = block.end - (line + 1 not in stacked and _is_answered(source, block))
    while line < last:
        said = source.lines[line].strip()
        if said and not said.startswith(_NO_SENTENCE) and _begins(source, block, line):
            start = source.starts[line] + source.lines[line].index(said)
            # A short line is whole; of a long one the sentence may continue.
            end = min(last, line + (_MOST_LINES if len(said) >= _SHORT else 1))
            content = first_lines(source, block._replace(start=start, end=end), wrapped=True).rstrip()
            asks = line in stacked or as_question(content) > 0
            if asks and len(content) <= _LONGEST and any(map(str.isalnum, content)):
                candidate = _made(source, as_text(content), index, start, start + len(content))
                yield candidate._replace(kind="plain")
                line += content.count("\n")
        line += 1


def _is_answered(source: Source, block: Block) -> bool:
    """Whether a paragraph is a question on one line, and on the next one what answers it.

    How is a route defined?
    Use the router, and name a path.
    """
    if block.end - block.first != 2:
        return False
    above, below = source.lines[block.first : block.end]
    return is_closed(above) and as_question(above.strip()) == 1 and not marks.holds_question_mark(below)


def _begins(source: Source, block: Block, line: int) -> bool:
    """Whether a sentence may begin on a line: not where a long line above it continues."""
    above = source.lines[line - 1]
    return line == block.first or is_closed(above) or len(above) < _SHORT


def quoted_lines(source: Source, blocks: Sequence[Block], index: int) -> Iterator[Candidate]:
    """The first line of a quote, where authors set their exercises apart from the answers below.

    > Create a for loop that sums an array.

    > **Question 2.** Do the same without a loop.
    """
    block = blocks[index]
    if blocks[block.parent].kind != "quote" or index != block.parent + 1:
        return
    content = source.text[block.start : source.line_span(block.first).end].rstrip()
    if not 0 < len(content) <= _LONGEST:
        return
    parts = parse_line(content, space_delimits=False)
    counted = parts.number or parts.bare_label
    candidate = _made(
        source, parts if counted else as_text(content), index, block.start, block.start + len(content)
    )
    yield candidate._replace(
        kind="paragraph" if counted else "plain", level=1, template="> " + candidate.template
    )
