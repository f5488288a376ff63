"""Tables that ask questions: which column holds the question, its number, its answer."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

PIPE = regex(r"(?<!\\)\|")
"""What parts the cells of a row."""

_NUMBER_CELL = regex(
    r"\s*(?P<label>[^\W\d]{0,10}\s?[#№.]?\s?)(?P<number>\d{1,5}[a-z]?)\s*[.)]?\s*$", re.IGNORECASE
)
_NOTE = regex(r"[(（\[][^()（）\[\]]{0,80}[)）\]]|[^\w\s.:#'’-]")
_ANSWERS = frozenset(vocabulary.ANSWER_LABELS)
_LINK_TO_ANCHOR = regex(r"\]\(\s*<?#")


class Cells(NamedTuple):
    """A row that asks a question: its cells with their offsets; `answer` is empty where no column answers."""

    block: int
    span: Span
    text: str
    text_at: int
    number: str
    number_at: int
    label: str
    number_form: str
    answer: Span


def cells_of(source: Source, line: int) -> list[tuple[str, int]]:
    """The cells of a table row and the offsets of their stripped texts."""
    text, start = source.lines[line], source.starts[line]
    cuts = [match.start() for match in PIPE.finditer(text)]
    stripped = text.strip()
    bounds = (
        ([] if stripped.startswith("|") else [-1])
        + cuts
        + ([] if stripped.endswith("|") and cuts else [len(text)])
    )
    found = []
    for left, right in pairwise(bounds):
        cell = text[left + 1 : right]
        found.append((cell.strip(), start + left + 1 + len(cell) - len(cell.lstrip())))
    return found


def rows_of(blocks: Sequence[Block], table: int) -> list[int]:
    """The indexes of a table's rows, header first."""
    found = []
    for index in range(table + 1, len(blocks)):
        if blocks[index].depth <= blocks[table].depth:
            break
        if blocks[index].kind == "row" and blocks[index].parent == table:
            found.append(index)
    return found


def _head(text: str) -> str:
    """What a column is called, pictures and notes in brackets left out.

    | ✏️ QUESTION (fold here) | 🗝 ANSWER |
    """
    return " ".join(_NOTE.sub(" ", plain(text)).split()).strip(" .:#") or plain(text)


def _columns(heads: Sequence[str]) -> tuple[int | None, int | None]:
    """The columns of a table that ask and that answer; of two, the one beside the answers asks, whatever it is called.

    | Concept | Answer |
    """
    asking = [i for i, head in enumerate(heads) if vocabulary.matches_any(head, vocabulary.QUESTION_HEADS)]
    answering = [i for i, head in enumerate(heads) if vocabulary.matches_any(head, vocabulary.ANSWER_HEADS)]
    if not asking and len(heads) == 2 and vocabulary.matches_any(heads[1], _ANSWERS):
        asking = [0]
    answering = [i for i in answering if i not in asking[:1]]
    return next(iter(asking), None), next(iter(answering), None)


def question_cells(source: Source, blocks: Sequence[Block], table: int) -> Iterator[Cells]:
    """The rows of a table that ask questions; a row whose question links into the document is contents."""
    rows = rows_of(blocks, table)
    if len(rows) < 2 or blocks[table].depth:
        return
    heads = [_head(text) for text, _ in cells_of(source, blocks[rows[0]].first)]
    asking, answering = _columns(heads)
    if asking is None:
        return
    for index in rows[1:]:
        line = blocks[index].first
        cells = cells_of(source, line)
        if len(cells) <= asking or not cells[asking][0] or _LINK_TO_ANCHOR.search(cells[asking][0]):
            continue
        number = _NUMBER_CELL.match(cells[0][0]) if asking > 0 else None
        answer = (
            Span(cells[answering][1], cells[answering][1] + len(cells[answering][0]))
            if (answering is not None and answering < len(cells))
            else Span(0, 0)
        )
        yield Cells(
            index,
            source.line_span(line),
            *cells[asking],
            number.group("number") if number else "",
            cells[0][1] + number.start("number") if number else -1,
            number.group("label").strip().lower() if number else "",
            (number.group("label") if number else "") + "{number}",
            answer,
        )


def asking_rows(source: Source, blocks: Sequence[Block], index: int) -> Iterator[Candidate]:
    """The rows of a table that ask."""
    for cells in question_cells(source, blocks, index):
        parts = parse_line(cells.text, space_delimits=False)
        number = cells.number or parts.number
        number_at = cells.number_at if cells.number else cells.text_at + parts.number_at
        text, text_at = (
            (cells.text, cells.text_at) if cells.number else (parts.text, cells.text_at + parts.text_at)
        )
        template = f"| {cells.number_form} | {{text}} |" if cells.number else f"| {parts.template} |"
        yield Candidate(
            cells.block,
            "row",
            0,
            template,
            cells.label or parts.label,
            number,
            number_at if number else -1,
            text,
            cells.span,
            Span(text_at, text_at + len(text)),
            source.line_index(cells.span.start),
            body_at=cells.answer.start,
            body_end=cells.answer.end,
        )
