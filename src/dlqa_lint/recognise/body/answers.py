"""What a body says: the part that still asks (code, options), the marker, the answer or a placeholder."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Answer, Field, Marker, Option
from dlqa_lint.recognise.body.answer_kinds import kind_of, only_asks
from dlqa_lint.recognise.body.answer_markers import marker_of
from dlqa_lint.recognise.body.answers_in_words import labels_said
from dlqa_lint.recognise.body.body_parts import Piece, is_signs_in_code, visible, words_in
from dlqa_lint.recognise.body.letters_in_verdicts import letters_called_right
from dlqa_lint.recognise.body.options import letters_in, numbered_options, options_of
from dlqa_lint.recognise.lines import Details
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_INSTRUCTION = regex(rf"\[(?:{'|'.join(vocabulary.INSTRUCTIONS)})\s[^\[\]]{{2,200}}\]", re.IGNORECASE)
_BOX = regex(rf"^\s*(?:{marks.BOX}|\[\])\s*")
_LONG = 90
"""No placeholder is as long as this."""


class Body(NamedTuple):
    """What was found below a question; `asks_on` is all of it where that is a list of further questions."""

    prompt: str = ""
    options: tuple[Option, ...] = ()
    answer: Answer | None = None
    letters: tuple[str, ...] = ()
    letters_span: Span | None = None
    fields: tuple[Field, ...] = ()
    asks_on: Answer | None = None


def read_body(
    source: Source,
    blocks: Sequence[Block],
    pieces: Sequence[Piece],
    reveals: Sequence[Details],
    label: str,
    *,
    quiz: bool = True,
    usual: str = "",
) -> Body:
    """Take a body apart: prompt, options, marker, answer.

    Outside a `quiz` a list with letters, or below a heading for options, is a part of the answer, as any list is,
    unless a marker follows; in a quiz, a single one of the `usual` form is an option.
    """
    options, used = options_of(source, pieces, usual)
    loose = bool(options) and not quiz and (options[0].label or options[0].correct is None)
    if loose and marker_of(source, pieces, reveals, label, used) is None:
        options, used = (), frozenset()
    pieces = _with_details(pieces) if options else pieces
    marked = marker_of(source, pieces, reveals, label, used, options)
    if marked is None:
        return _unmarked(source, blocks, pieces, options, used)
    index, marker, at = marked
    answer, letters, letters_span = _answer(source, pieces[index:], marker, at, options)
    if not options and letters and all(letter.isdigit() for letter in letters):
        options, used = numbered_options(source, pieces[:index])
    before = [
        part
        for i, piece in enumerate(pieces[:index])
        if i not in used and (part := _shown(source, piece, reveals))
    ]
    return Body(_prompt(source, before, options), options, answer, letters, letters_span)


def _with_details(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a quiz question; `<details>` that are indented too far hold the answer and are not code."""
    return [
        piece._replace(kind="html")
        if piece.kind == "code" and piece.text.lstrip().startswith("<details")
        else piece
        for piece in pieces
    ]


def _shown(source: Source, piece: Piece, reveals: Sequence[Details]) -> Piece | None:
    """The part of a piece outside `<details>` that reveal the answer: no prompt is folded away."""
    over = next((d for d in reveals if d.start < piece.span.end and piece.span.start < d.content_end), None)
    if over is None:
        return piece
    above = Span(piece.span.start, over.start)
    return piece._replace(text=source.slice(above)) if above.start < above.end else None


def _answer(
    source: Source, pieces: Sequence[Piece], marker: Marker, at: int, options: Sequence[Option]
) -> tuple[Answer, tuple[str, ...], Span | None]:
    """The answer from an offset in the first piece to the last piece that says something.

    An answer in the words of `options` names them, too; it has no letters.
    """
    head = pieces[0]._replace(
        text=source.text[at : max(at, pieces[0].span.end)], kind=_after_marker(pieces[0].kind)
    )
    seen = [(piece, visible(piece)) for piece in [head, *pieces[1:]]]
    counted = [(piece, text, words_in(text)) for piece, text in seen if text]
    saying = [(piece, text) for piece, text, count in counted if count]
    end = max((piece.span.end for piece, _ in saying), default=at)
    text = source.text[at:end].strip()
    count = sum(count for _, _, count in counted)
    placeholder, where = _placeholder(saying if saying else seen)
    labels = [option.label or chr(ord("A") + place) for place, option in enumerate(options)]
    letters, letters_span = letters_in(source, at, text, labels)
    # "Answer: 6" names the option that says 6 where none is called so.
    letters = letters if set(letters) & set(labels) else labels_said(text, options) or letters
    if not letters:
        letters, letters_span = letters_called_right(source, Span(at, max(end, at)), options)
    return (
        Answer(Span(marker.span.start, max(end, at)), text, count, marker, placeholder, where),
        letters,
        letters_span,
    )


def _after_marker(kind: str) -> str:
    return "rest" if kind in ("heading", "html") else kind


def _placeholder(saying: Sequence[tuple[Piece, str]]) -> tuple[str | None, Span | None]:
    """The placeholder, if there is nothing else: `TODO`, `To be completed.`, `- [ ] TODO`, `[Write …]`, `...`."""
    texts: list[tuple[Piece, str]] = []
    for piece, text in saying:
        # A long text says something, whatever its markup.
        if said := text if len(text) > _LONG else _BOX.sub("", plain(text)).strip():
            texts.append((piece, said))
        if len(texts) > 1:
            return None, None
    for piece, text in texts:
        said = piece.text.strip()
        # Dots in code are an operator.
        listed = len(text) < _LONG and vocabulary.is_placeholder(text) and not is_signs_in_code(said)
        if listed or (said.startswith("[") and _INSTRUCTION.fullmatch(said)):
            return text, piece.span
    return None, None


def _unmarked(
    source: Source,
    blocks: Sequence[Block],
    pieces: Sequence[Piece],
    options: tuple[Option, ...],
    used: frozenset[int],
) -> Body:
    """A body without a marker: all of it answers, but for the options of a quiz."""
    rest = [(i, piece) for i, piece in enumerate(pieces) if i not in used]
    if options:
        last = max(used, default=-1)
        before = [piece for i, piece in rest if i < last]
        rest = [(i, piece) for i, piece in rest if i > last]
    else:
        before = []
    seen = [(piece, text, words_in(text)) for _, piece in rest if (text := visible(piece))]
    saying = [(piece, text) for piece, text, count in seen if count or piece.kind in ("fence", "code")]
    if not saying:
        placeholder, where = _placeholder([(piece, text) for piece, text, count in seen if not count])
        if placeholder is None or where is None:
            return Body(_prompt(source, before, options), options, *_glued(source, pieces, options, used))
        return Body(
            _prompt(source, before, options), options, Answer(where, placeholder, 1, None, placeholder, where)
        )
    start, end = saying[0][0].span.start, saying[-1][0].span.end
    placeholder, where = _placeholder(saying)
    count = sum(count or piece.kind in ("fence", "code") for piece, _, count in seen)
    text = "\n\n".join(piece.text for piece, _ in saying)
    kind = "prose" if placeholder else kind_of(blocks, saying)
    answer = Answer(Span(start, end), text, count, None, placeholder, where, kind)
    if only_asks(saying):
        # Nested questions continue to ask; alone they answer nothing.
        asked = answer if len(saying) > 1 and not options else None
        return Body(_prompt(source, [piece for piece, _ in saying], options), options, asks_on=asked)
    letters = letters_called_right(source, answer.span, options)
    return Body(_prompt(source, before, options), options, answer, *letters)


def _glued(
    source: Source, pieces: Sequence[Piece], options: Sequence[Option], used: frozenset[int]
) -> tuple[Answer | None, tuple[str, ...], Span | None]:
    """The answer that follows the last option's line in the same paragraph, if it calls one right."""
    end = max((pieces[at].span.end for at in used), default=0)
    below = source.full_line_span(source.line_index(options[-1].span.start)).end if options else end
    letters, place = letters_called_right(source, Span(below, end), options) if below < end else ((), None)
    if not letters:
        return None, (), None
    text = source.text[below:end].strip()
    start = source.text.index(text, below)
    return Answer(Span(start, start + len(text)), text, words_in(text)), letters, place


def _prompt(source: Source, before: Sequence[Piece], options: Sequence[Option]) -> str:
    """What tells questions of equal words apart: words, code and images above the answer, and the options."""
    texts = (
        source.slice(piece.span) if piece.kind in ("fence", "code") else piece.text
        for piece in before
        if piece.kind != "rule"
    )
    parts = (" ".join(text.split()) for text in texts)
    return "\n".join(
        [*filter(None, parts), *(" ".join(plain(option.text).split()).casefold() for option in options)]
    )
