"""Labels that stand alone on their line (`## Question 7`, `**Question 7**`, `Q:`): the words follow below."""

import re
from collections.abc import Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.line_parts import Parts, parse_line
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_NOTE = regex(r"\W*[(\[][^()\[\]\n]*[)\]]\W*\Z")
_OPTION = regex(r"\s*(?:[-*+]\s+)?\W{0,3}[Aa](?:\W{0,2}[.)]|\*\*)\s|\s*!\[|\s*\|")
# The first part of a question in an exam, `(a) Find the mean.`
_PART = regex(r"\s*\(a\)\s")
# The words of other labels (`Exercise:`) introduce whatever a tutorial has to say.
_CARD = regex(
    rf"({marks.STRONG}|)([{''.join(vocabulary.CARD_LABELS)}])\s?[{marks.COLONS}]\1\Z", re.IGNORECASE
)
_LONGEST_MARK = 10
_BELOW = 12
"""How many blocks below a label, nested ones included, are searched for its words."""

# What counts headings that say nothing else, `4.2-1` among them; with dashes alone it would be a date.
_DOTTED = regex(r"\d{1,3}(?:(?:\.\d{1,3}){1,3}(?:-\d{1,3})?)?\Z")
# `> **Solve this on:** host-1` comes before every question and says nothing of it.
_REMARK = regex(
    rf"(?:{marks.STRONG})[^*_\n]{{1,60}}(?:[{marks.COLONS}](?:{marks.STRONG})|(?:{marks.STRONG})\s?[{marks.COLONS}])"
)
# Stars and coloured dots say how hard a question is.
_PICTURES = regex(rf"[\s{marks.PICTURES}]*\Z")
# What a question is worth, or how many there are: `## Question 3 (5 points)`, `Question #1 (of 16)`.
_WORTH = regex(
    r"\s*(?:[(\[（][^()\[\]（）\n]{0,60}[)\]）]|[-–—:,]\s*)?\s*(?:\d{1,3}(?:[.,]\d)?\s?"
    rf"(?:{vocabulary.POINTS})\.?)?\W*\Z",
    re.IGNORECASE,
)
# The same behind a number without a word for a question: `**3.** (2 points)`.
_POINTS_ALONE = regex(
    rf"\W*[(\[（]\s?\d{{1,3}}(?:[.,]\d)?\s?(?:{vocabulary.POINTS})\.?\s?[)\]）]\W*\Z", re.IGNORECASE
)
_ANSWERS = frozenset(vocabulary.ANSWER_LABELS)
_FIELDS = frozenset(vocabulary.REMARK_LABELS)
_MARKED = ("quote", "list")
_MARKER = regex(r"[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+){1,4}")
_MATERIAL = ("fence", "code", "table")
_SAYING = ("paragraph", "quote")
_MARKUP = ("**", "__", "*", "_")


def card_label(content: str) -> Parts | None:
    """The parts of a line that is the mark of a flash card's question and nothing else."""
    match = _CARD.match(content.rstrip()) if len(content) < _LONGEST_MARK else None
    if match is None:
        return None
    end = match.end()
    return Parts(match.group() + " {text}", match.group(2).lower(), "", -1, "", end, False, True)


def with_words_below(source: Source, blocks: Sequence[Block], index: int, candidate: Candidate) -> Candidate:
    """A candidate that is a label or a heading's number alone, or both, with the paragraph below as its words.

    A paragraph that is a note in brackets (`**(10 points)**`) is passed over. Without a paragraph the
    candidate stays as it is. Below a heading of its own (`### Question`) they are where that heading says.
    """
    if candidate.text[:1].isalpha():
        return candidate  # it has words of its own
    headed = candidate.kind == "heading" and _DOTTED.match(candidate.number)
    numbered = candidate.number and (candidate.label or headed or _POINTS_ALONE.match(candidate.text))
    if not (numbered or (candidate.label and candidate.bare_label)):
        return candidate
    if not (_PICTURES.match(candidate.text) or (candidate.number and _WORTH.match(candidate.text))):
        return candidate
    span = _words(source, blocks, index, candidate)
    if span is None:
        return candidate
    head, _, tail = candidate.template.partition("{text}")
    return candidate._replace(
        template=f"{head.rstrip()}{tail.strip()}\n\n{{text}}",
        text=source.slice(span),
        span=Span(candidate.span.start, span.end),
        text_span=span,
        material=_material(source, blocks, index, span),
    )


def _words(source: Source, blocks: Sequence[Block], index: int, candidate: Candidate) -> Span | None:
    """The characters of the first paragraph after a label that is neither note nor label, up to its options."""
    block, end, label = blocks[index], candidate.span.end, candidate.label
    headed = _headed(blocks, index)
    if headed is not None and headed.kind == "quote":
        first = source.lines[headed.first]
        at = len(first) - len(first.lstrip("> \t"))
        line = source.line_span(headed.first)
        return Span(line.start + at, line.end) if first[at:].strip() else None
    if headed is not None:
        return _asked(source, Span(headed.start, source.line_span(headed.end - 1).end), label)
    rest = Span(end, _own_end(source, block, end))
    below: list[Block | None] = [
        found for found in blocks[index + 1 : index + _BELOW] if found.depth <= block.depth
    ]
    if below and below[0] and below[0].kind == "quote" and _is_remark(source, below[0]):
        below = below[1:]
    if candidate.number and not source.slice(rest).strip():
        below = _after_material(below)
    for following in [*below, None, None, None][:3]:
        rest = _behind_label(source, rest, candidate)
        if source.slice(rest).strip() and not _is_note(source.slice(rest)):
            return _asked(source, rest, label)
        if following is not None and candidate.number and label and following.kind == "heading":
            return _headline(source, block, following)
        if following is None or following.kind != "paragraph" or following.depth:
            parted = following and not label and _has_own(blocks, blocks.index(following, index))
            return _first_line(source, following) if following and candidate.number and not parted else None
        rest = Span(following.start, source.line_span(following.end - 1).end)
    return None


def _has_own(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block is a list with numbers, or of several items: a heading of a number alone is none of theirs.

    ## 1.1

    1. What is a tide?
    2. What is a current?
    """
    if blocks[place].kind != "list":
        return False
    first = blocks[place + 1]
    return first.marker[:-1].isdigit() or first.end < blocks[place].end


def _own_end(source: Source, block: Block, end: int) -> int:
    """Where the lines end that belong to a label's own block: a paragraph, or text in HTML up to the next tag.

    </details>
    Question 2.
    How is a sheet bend tied?
    """
    if block.kind not in ("paragraph", "html"):
        return end
    line = source.line_index(end)
    while line + 1 < block.end and not (
        block.kind == "html" and source.lines[line + 1].lstrip().startswith("<")
    ):
        line += 1
    return source.line_span(line).end


def _after_material(below: Sequence[Block | None]) -> list[Block | None]:
    """The blocks from the paragraph on that asks about the code, tables and pictures above it; else all of them.

    ## Question 4
    ```python
    print(0.1 + 0.2)
    ```
    What is printed?
    """
    for at, block in enumerate(below):
        if block is None or not _is_material(block):
            asks = at and block and block.kind == "paragraph" and as_question(plain(block.text))
            return list(below[at:] if asks else below)
    return list(below)


def _is_material(block: Block) -> bool:
    """Whether a block is code, a table or pictures."""
    return block.kind in _MATERIAL or (block.kind == "paragraph" and not plain(block.text).strip())


def _material(source: Source, blocks: Sequence[Block], index: int, words: Span) -> Span | None:
    """What is between a label alone and its words, if that is code, a table or pictures."""
    first = next((block for block in blocks[index + 1 :] if block.depth <= blocks[index].depth), None)
    start = source.starts[first.first] if first else words.start
    return Span(start, words.start) if first and start < words.start and _is_material(first) else None


def _is_note(text: str) -> bool:
    """Whether a paragraph is a note in brackets, or a field of the question: `Difficulty: hard`."""
    said = text.strip()
    return bool(_NOTE.match(text)) or ("\n" not in said and _begins_with(said, _FIELDS))


def _is_remark(source: Source, block: Block) -> bool:
    """Whether a quote is a remark after a bold label, as `> **Solve this on:** host-1`, or a field."""
    said = source.lines[block.first].lstrip("> \t")
    return bool(_REMARK.match(said)) or _is_note(said)


def _first_line(source: Source, block: Block) -> Span | None:
    """The words on the first line of a quote or a list.

    ## Question 2

    - Which side of the road does the tram keep to?
    """
    if block.kind not in _MARKED:
        return None
    line = source.line_span(block.first)
    said = source.slice(line)
    words = _MARKER.sub("", said, count=1)
    return Span(line.end - len(words), line.end) if words.strip() else None


def _headline(source: Source, block: Block, following: Block) -> Span | None:
    """The words of a heading right below a deeper one of label and number, if they ask and have no number themselves.

    ## Question 2

    #### How is a sheet bend tied?
    """
    if block.kind != "heading" or following.level <= block.level or as_question(plain(following.text)) < 1:
        return None
    parts = parse_line(following.text, space_delimits=True, strip_hashes=True)
    start = following.start + parts.text_at
    found = Span(start, start + len(parts.text))
    return None if parts.number or parts.bare_label or source.slice(found) != parts.text else found


def _headed(blocks: Sequence[Block], index: int) -> Block | None:
    """The paragraph or quote right below a deeper heading that says nothing but `Question` or *problem statement*."""
    for place in range(index + 1, min(index + 4, len(blocks) - 1)):
        block, following = blocks[place], blocks[place + 1]
        if block.kind == "heading":
            named = block.level > blocks[index].level > 0 and (
                vocabulary.matches_any(block.text, vocabulary.PROMPT_LABELS) or _states(blocks, place)
            )
            return following if named and following.kind in _SAYING and not following.depth else None
    return None


def _states(blocks: Sequence[Block], place: int) -> bool:
    """Whether a heading says *Description* or the like, and what is below it orders or asks.

    ## Problem 1
    ### Description
    Draw the chart of a harbour.
    """
    below = next((block for block in blocks[place + 1 : place + 3] if block.kind != "quote"), None)
    if below is None or not vocabulary.matches_any(blocks[place].text, vocabulary.STATEMENT_TITLES):
        return False
    return as_question(plain(below.text)) > 0


def _behind_label(source: Source, place: Span, candidate: Candidate) -> Span:
    """A paragraph below a number, or its rest behind a label that says again that it asks.

    ## Question 2

    **Question:** How is a sheet bend tied?
    """
    said = source.slice(place)
    if not (candidate.number and said.strip()):
        return place
    start = place.start + len(said) - len(said.lstrip())
    first = source.text[start : min(source.line_span(source.line_index(start)).end, place.end)]
    parts = parse_line(first, space_delimits=True)
    return Span(start + parts.text_at, place.end) if parts.bare_label and not parts.number else place


def _asked(source: Source, place: Span, label: str) -> Span | None:
    """What a paragraph asks: its lines up to options, an answer or the next question, without emphasis."""
    start = place.start + len(source.slice(place)) - len(source.slice(place).lstrip())
    end = start
    for line in range(source.line_index(start), source.line_index(place.end) + 1):
        said = source.text[max(source.starts[line], start) : source.line_span(line).end]
        parts = card_label(said.strip()) or parse_line(said.strip(), space_delimits=True)
        asks_anew = parts.label and (parts.number or parts.label == label)
        is_option = _OPTION.match(said) and not _PART.match(said)
        if asks_anew or is_option or _begins_with(said, _ANSWERS):
            break
        end = min(source.line_span(line).end, place.end)
    text = source.slice(Span(start, end)).rstrip()
    for mark in _MARKUP:
        if len(text) > 2 * len(mark) and text.startswith(mark) and text.endswith(mark):
            inner = text[len(mark) : -len(mark)]
            if mark not in inner:
                return Span(start + len(mark), start + len(mark) + len(inner))
    return Span(start, start + len(text)) if text else None


def _begins_with(line: str, labels: frozenset[str]) -> bool:
    """Whether a line begins with one of some labels and a colon."""
    label, colon, _ = line.replace("：", ":", 1).partition(":")
    return bool(colon) and vocabulary.matches_any(label, labels)
