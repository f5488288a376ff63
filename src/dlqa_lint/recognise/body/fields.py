"""Fields: the labelled lines of a question (`Difficulty: easy`) that the schema names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dlqa_lint.model.bank import Field
from dlqa_lint.recognise.body.body_parts import Piece
from dlqa_lint.recognise.lines import scalar_at
from dlqa_lint.text import marks
from dlqa_lint.text.source import Source, Span

_MARKS = " \t*_`>-+|"


def take_fields(
    source: Source, pieces: Sequence[Piece], names: Sequence[str]
) -> tuple[tuple[Field, ...], list[Piece]]:
    """The fields among a body's pieces, and the pieces without their lines: a field answers nothing."""
    if not names:
        return (), list(pieces)
    pattern = labels_pattern(tuple(names))
    found: list[Field] = []
    kept: list[Piece] = []
    for piece in pieces:
        if piece.kind not in ("paragraph", "rest", "html", "item"):
            kept.append(piece)
            continue
        fields = list(_in_piece(source, piece, pattern, names))
        found.extend(fields)
        kept.extend(_without(source, piece, fields) if fields else [piece])
    return tuple(found), kept


def front_fields(text: str, at: int, names: Sequence[str]) -> tuple[Field, ...]:
    """The fields of a front matter that begins at an offset."""
    found = []
    sign = "=" if text.startswith("+++") else ":"
    for name in names:
        match = re.search(rf"(?<![^\r\n]){re.escape(name)}[ \t]*{sign}[ \t]*", text, re.IGNORECASE)
        if match:
            value = scalar_at(text, match.end())
            end = value.end if value.words else match.start() + len(match.group().rstrip())
            found.append(Field(name, value.words, Span(at + match.start(), at + end)))
    return tuple(found)


@cache
def labels_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a line that opens with one of some labels and a colon, in whatever markup."""
    joined = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?:<!--)?[-*+>\s]*(?:{marks.EMPHASIS})?(?P<name>{joined})"
        rf"\s{{0,4}}(?:{marks.EMPHASIS})?\s{{0,4}}[{marks.COLONS}](?:{marks.EMPHASIS})?(?P<value>.*)",
        re.IGNORECASE,
    )


def _in_piece(
    source: Source, piece: Piece, pattern: re.Pattern[str], names: Sequence[str]
) -> Iterator[Field]:
    for line in source.line_range(piece.span):
        span = source.line_span(line)
        match = pattern.match(source.slice(span).strip())
        if match:
            name = next(name for name in names if name.casefold() == match.group("name").casefold())
            yield Field(name, match.group("value").removesuffix("-->").strip(_MARKS), span)


def _without(source: Source, piece: Piece, fields: Sequence[Field]) -> list[Piece]:
    """The lines of a piece that are not fields, as one piece of the same kind; nothing if there are none."""
    taken = {source.line_index(field.span.start) for field in fields}
    lines = [line for line in source.line_range(piece.span) if line not in taken]
    text = "\n".join(source.lines[line] for line in lines)
    if not text.strip():
        return []
    return [
        piece._replace(span=Span(source.starts[lines[0]], source.line_span(lines[-1]).end), text=text.strip())
    ]
