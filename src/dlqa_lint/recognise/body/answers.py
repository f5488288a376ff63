"""What a body says: the part that still asks (code, options), the marker, the answer or its stand-in."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Answer, Field, Marker, Option
from dlqa_lint.recognise.body.answer_kinds import ASKS_ON, kind_of
from dlqa_lint.recognise.body.body_parts import Piece, visible, words_in
from dlqa_lint.recognise.body.options import letters_in, numbered_options, options_of
from dlqa_lint.recognise.lines import Details, summary_words
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_INSTRUCTION = regex(rf"\[(?:{'|'.join(vocabulary.INSTRUCTIONS)})\s[^\[\]]{{2,200}}\]", re.IGNORECASE)
_BOX = regex(rf"^\s*(?:{marks.BOX}|\[\])\s*")
_TICK = rf"(?:{marks.TICK}\s*)?"
_OPENING = regex(rf"[\s#>*+_\-{marks.TICKS}\ufe0f]*(?:<\w+>)?(\S.?)")
_BEFORE_WORDS = regex(rf"#{{1,6}}[ \t]+{marks.EMPHASIS_OPENS}?")
_BEFORE_LABEL = regex(
    rf"\s?[{marks.COLONS}]?{marks.EMPHASIS_CLOSES}?\s?[{marks.COLONS}]?[ \t]*"
    rf"(?=[A-Ha-h1-9{marks.OPTION_LETTERS}](?:\W|\Z))"
)
_LONG = 90
"""No stand-in is as long as that."""


class Body(NamedTuple):
    """What was found below a question."""

    prompt: str = ""
    options: tuple[Option, ...] = ()
    answer: Answer | None = None
    letters: tuple[str, ...] = ()
    letters_span: Span | None = None
    fields: tuple[Field, ...] = ()


def _labels(extra: str) -> set[str]:
    return {*vocabulary.ANSWER_LABELS, *([extra.casefold()] if extra else [])}


@cache
def _openings(extra: str) -> frozenset[str]:
    """The first two letters of the labels that open an answer."""
    return frozenset(label[:2] for label in _labels(extra))


@cache
def marker_pattern(extra: str = "") -> re.Pattern[str]:
    """The pattern of an answer marker at the start of a line; `extra` is the schema's own label."""
    joined = "|".join(re.escape(label) for label in sorted(_labels(extra), key=len, reverse=True))
    return re.compile(
        rf"(?P<lead>\s*(?:#{{1,6}}\s+)?(?:>\s*)*(?:[-*+]\s+)?{_TICK})(?P<open>{marks.EMPHASIS_OPENS}?){_TICK}(?P<label>{joined})"
        rf"(?P<number>\s?\d{{1,4}})?(?P<inner>\s*[{marks.COLONS}.．)]?)(?P<close>{marks.EMPHASIS_CLOSES}?)(?P<outer>\s*[{marks.COLONS}]|\s*[.\-–—](?=\s|$)|\s+(?:{vocabulary.ANSWER_VERBS})\b\s*:?)?(?P<space>\s*)",
        re.IGNORECASE,
    )


def _labelled(text: str, extra: str) -> re.Match[str] | None:
    """The match of the marker's pattern; most lines are told from markers by their first two letters."""
    opening, known = _OPENING.match(text), _openings(extra)
    if opening is None:
        return None
    head = opening.group(1).lower()
    # Behind a label of one letter stands no other letter.
    likely = head in known or (head[:1] in known and not head[1:].isalpha())
    return marker_pattern(extra).match(text) if likely else None


def marker_at(text: str, *, heading: bool, extra: str = "") -> tuple[str, int] | None:
    """The form of the answer marker that a text opens with, and where the answer begins; else None."""
    match = _labelled(text, extra)
    if not match or not match.group("label"):
        return None
    label, rest = match.group("label"), text[match.end() :]
    delimited = bool(match.group("inner").strip() or (match.group("outer") or "").strip())
    alone = not rest.partition("\n")[0].strip()
    emphasised = bool(match.group("open")) and bool(match.group("close"))
    if len(label) == 1 and label.isascii():
        if (
            not match.group("inner").strip().startswith((":", "."))
            or label.islower()
            or ("-" in match.group("lead") and label.casefold() != extra.casefold())
        ):
            return None
        if match.group("inner").strip() == "." and not (emphasised or match.group("number")):
            return None
    set_apart = heading or "-" in match.group("lead") or len(label) > 1
    if not (delimited or emphasised or (alone and set_apart)):
        return None
    if rest[:1].isalnum() and not (delimited or match.group("space") or match.group("close")):
        return None
    # A number behind the label (`A1.`) changes from answer to answer and is no part of the form.
    written = match.group().replace(match.group("number") or "\0", "", 1).strip()
    opened = match.group("open")
    whole = opened and not match.group("close") and rest.partition("\n")[0].rstrip().endswith(opened)
    return written + " {text}" + opened * bool(whole), match.end()


def is_answer_heading(text: str) -> bool:
    """Whether a heading only opens an answer (`### Answer`, `#### Answer: D`)."""
    found = marker_at(text, heading=True)
    return found is not None and len(plain(text)) < 60


def read_body(
    source: Source,
    blocks: Sequence[Block],
    pieces: Sequence[Piece],
    reveals: Sequence[Details],
    label: str,
    *,
    quiz: bool = True,
    least: int = 2,
) -> Body:
    """Take a body apart: prompt, options, marker, answer.

    Outside a `quiz` a lettered list without a marker after it is a part of the answer, as any list is; in one,
    `least` may be a single box.
    """
    options, used = options_of(source, pieces, least=least)
    if options and not quiz and options[0].label and _marker(source, pieces, reveals, label, used) is None:
        options, used = (), frozenset()
    marked = _marker(source, pieces, reveals, label, used, options)
    if marked is None:
        return _unmarked(source, blocks, pieces, options, used)
    index, marker, at, revealed = marked
    answer, letters, letters_span = _answer(source, pieces[index:], marker, at)
    if not options and letters and all(letter.isdigit() for letter in letters):
        options, used = numbered_options(source, pieces[:index])
    before = [piece for i, piece in enumerate(pieces[:index]) if i not in used]
    if answer is None and not revealed and marker is None:
        return _unmarked(source, blocks, pieces, options, used)
    return Body(_prompt(source, before, options), options, answer, letters, letters_span)


def _marker(  # noqa: PLR0917 - what a body is made of
    source: Source,
    pieces: Sequence[Piece],
    reveals: Sequence[Details],
    label: str,
    used: frozenset[int],
    options: Sequence[Option] = (),
) -> tuple[int, Marker | None, int, bool] | None:
    """The piece where the answer begins, its marker, the offset behind it, and if `<details>` reveal it.

    A marked line right below the last option is glued to it: Markdown takes it for the option's paragraph.
    """
    reveal = None
    last = max((option.span.start for option in options), default=-1)
    for index, piece in enumerate(pieces):
        if index in used and piece.span.start <= last < piece.span.end:
            below = source.full_line_span(source.line_index(last)).end
            if below < piece.span.end and (found := _marked_line(source, piece, label, below)):
                return index, found[0], found[1], False
        if index in used or piece.kind in ("fence", "code", "rule", "row"):
            continue
        shown = next((d for d in reveals if piece.span.start <= d.start < piece.span.end), None)
        if shown is not None and reveal is None:
            reveal = (index, shown)
        found = _marked_line(source, piece, label) or _said_again(source, piece, reveal)
        if found:
            return index, found[0], found[1], reveal is not None
    if reveal:
        index, shown = reveal
        inner = source.slice(shown.inner)
        marker = Marker(shown.summary, f"<summary>{' '.join(inner.split())}</summary> {{text}}")
        return index, marker, shown.summary.end, True
    return None


def _said_again(
    source: Source, piece: Piece, reveal: tuple[int, Details] | None
) -> tuple[Marker, int] | None:
    """The marker that a heading in `<details>` is, where it says the summary's words before an option's label.

    Such words mean "answer", in whatever language they are.
    """
    if reveal is None or piece.kind != "heading" or piece.span.start >= reveal[1].content_end:
        return None
    said = summary_words(source.slice(reveal[1].inner)).rstrip(marks.COLONS)
    match = _BEFORE_WORDS.match(source.text, piece.span.start) if said else None
    if match is None or not source.text.startswith(said, match.end()):
        return None
    label = _BEFORE_LABEL.match(source.text, match.end() + len(said))
    if label is None:
        return None
    form = source.text[piece.span.start : label.end()].strip() + " {text}"
    return Marker(Span(piece.span.start, label.end()), form), label.end()


def _marked_line(source: Source, piece: Piece, label: str, since: int = 0) -> tuple[Marker, int] | None:
    """The marker that one of a piece's lines (`since` an offset) opens with, and the offset behind it."""
    first, last = (
        source.line_index(max(piece.span.start, since)),
        source.line_index(max(piece.span.end - 1, piece.span.start)),
    )
    for line in range(first, last + 1):
        start = max(source.starts[line], piece.span.start)
        text = source.text[start : min(source.line_span(line).end, piece.span.end)]
        found = marker_at(text, heading=piece.kind == "heading", extra=label)
        if found:
            lead = len(text) - len(text.lstrip())
            return Marker(Span(start + lead, start + found[1]), found[0]), start + found[1]
        if piece.kind not in ("html", "rest", "paragraph"):
            break
    return None


def _answer(
    source: Source, pieces: Sequence[Piece], marker: Marker | None, at: int
) -> tuple[Answer | None, tuple[str, ...], Span | None]:
    """The answer from an offset in the first piece to the last piece that says something."""
    head = pieces[0]._replace(
        text=source.text[at : max(at, pieces[0].span.end)], kind=_after_marker(pieces[0].kind)
    )
    seen = [(piece, visible(piece)) for piece in [head, *pieces[1:]]]
    counted = [(piece, text, words_in(text)) for piece, text in seen if text]
    saying = [(piece, text) for piece, text, count in counted if count]
    end = max((piece.span.end for piece, _ in saying), default=at)
    text = source.text[at:end].strip()
    start = marker.span.start if marker else pieces[0].span.start
    count = sum(count for _, _, count in counted)
    placeholder, where = _placeholder(saying if saying else seen)
    letters, letters_span = letters_in(source, at, text)
    return Answer(Span(start, max(end, at)), text, count, marker, placeholder, where), letters, letters_span


def _after_marker(kind: str) -> str:
    return "rest" if kind in ("heading", "html") else kind


def _placeholder(saying: Sequence[tuple[Piece, str]]) -> tuple[str | None, Span | None]:
    """The stand-in that is all there is: `TODO`, `To be completed.`, `- [ ] TODO`, `[Write …]`, `...`."""
    texts: list[tuple[Piece, str]] = []
    for piece, text in saying:
        # A long text says something, whatever its markup.
        if said := text if len(text) > _LONG else _BOX.sub("", plain(text)).strip():
            texts.append((piece, said))
        if len(texts) > 1:
            return None, None
    for piece, text in texts:
        listed = len(text) < _LONG and vocabulary.stands_in(text)
        said = piece.text.strip()
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
            return Body(_prompt(source, before, options), options)
        return Body(
            _prompt(source, before, options), options, Answer(where, placeholder, 1, None, placeholder, where)
        )
    if all(piece.item >= 0 and ASKS_ON.search(text) for piece, text in saying):
        # Nested questions go on asking; they answer nothing.
        return Body(_prompt(source, [piece for piece, _ in saying], options), options)
    start, end = saying[0][0].span.start, saying[-1][0].span.end
    placeholder, where = _placeholder(saying)
    count = sum(count or piece.kind in ("fence", "code") for piece, _, count in seen)
    text = "\n\n".join(piece.text for piece, _ in saying)
    kind = "prose" if placeholder else kind_of(blocks, saying)
    answer = Answer(Span(start, end), text, count, None, placeholder, where, kind)
    return Body(_prompt(source, before, options), options, answer)


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
