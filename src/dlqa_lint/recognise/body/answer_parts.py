"""The labelled parts of an answer (`In depth: …`) that the schema names: the answer goes on with them."""

from collections.abc import Sequence

from dlqa_lint.model.bank import Answer, Part
from dlqa_lint.recognise.body.body_parts import Piece
from dlqa_lint.recognise.body.fields import labels_pattern
from dlqa_lint.text.source import Source, Span


def with_parts(source: Source, pieces: Sequence[Piece], answer: Answer, names: Sequence[str]) -> Answer:
    """An answer with its parts; a paragraph that opens with a label begins one, and the next one ends it."""
    if not names:
        return answer
    pattern, called = labels_pattern(tuple(names)), {name.casefold(): name for name in names}
    opened: list[tuple[str, int, int]] = []
    for piece in pieces:
        start = piece.span.start
        if piece.kind != "paragraph" or not answer.span.start <= start < answer.span.end:
            continue
        if label := pattern.match(source.text, start, piece.span.end):
            opened.append((called[label["name"].casefold()], label.start("name"), label.start("value")))
    parts: list[Part] = []
    end = answer.span.end
    for name, at, behind in reversed(opened):
        parts.insert(0, Part(name, Span(at, end), source.text[behind:end].strip()))
        end = at
    return answer._replace(parts=tuple(parts))
