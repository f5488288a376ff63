"""The options of a quiz question (boxes, lettered or numbered choices) and the letters that answers name."""

import re
from collections.abc import Sequence

from dlqa_lint.language.languages import alternatives
from dlqa_lint.language.option_letters import LETTER_JOIN, SMALL_LETTER
from dlqa_lint.model.bank import Option
from dlqa_lint.recognise.body.bare_options import bare_options, glued_options
from dlqa_lint.recognise.body.body_parts import Piece
from dlqa_lint.recognise.body.lettered_options import is_series, lettered_options
from dlqa_lint.recognise.body.tool_options import bracketed_options, html_options, titled_options
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_BOX = regex(
    r"(?P<lead>\s*(?:[-*+]|\d+[.)])\s+)"
    rf"(?P<box>\[(?P<mark>[{marks.BOX_MARKS}]?)\]|\((?P<radio>[{marks.BOX_MARKS}])\))(?:\s+(?P<text>\S.*)|(?P<glued>[^\s(\[:].*)|\s*$)"
)
_NUMBERED = regex(r"\s*(?P<label>\d{1,2})(?P<delimiter>[.)])\s+(?P<text>\S(?:.*\S)?)")
_NOUN = rf"(?:(?i:{alternatives('option_nouns')}|{alternatives('letter_nouns')})[\s:]+){{0,2}}"
# A small letter is a word in many languages: nothing follows it, or a delimiter that a label has.
_NAMED = regex(
    rf"^\W*{_NOUN}(?P<letters>[A-H1-9](?:{LETTER_JOIN}[A-H1-9])*(?=[\s.):*`：,;，。、；．）]|$)(?!\s*\d|(?<=\d)[.)]\s*\d)"
    rf"|{SMALL_LETTER}(?:{LETTER_JOIN}{SMALL_LETTER})*(?=\W*(?:[\r\n]|$)|[.)）．、:：](?!\d)))"
)
# `AC` and `A C` name two options; as a word `AC` stands for itself.
_TOGETHER = regex(r"^\W*(?P<letters>[A-H](?:[ \t]?[A-H]){1,7})(?=\W*(?:[\r\n]|$))")
# "A noun is …" begins with an article, not with a choice.
_ARTICLE = regex(r"A[ \t]+[^\W\d_]{2,}")
# Answers to the parts of a question, numbered or lettered one by one, name no option.
_PARTS = regex(
    r"\s*\d{1,2}[ \t]*[-–—:=→]+[ \t]*[A-H]\b|\s*\d{1,2}[.)][ \t]+\S[^\n]*\n\s*\d{1,2}[.)][ \t]"
    r"|\s*A[.)][ \t]+\d[^\n]*\n\s*B[.)][ \t]+\d"
    r"|\s*\(?1[.)][ \t]*\S[^\n]*?[ \t,;]\(?2[.)][ \t]*\w"
)
_LABEL_IN_BOX = regex(
    rf"(?P<open>{marks.STRONG})?(?P<label>[A-Ha-h])[.)](?P<close>{marks.STRONG})?[ \t]+(?P<text>\S[\s\S]*)"
)

_FAR = 4000
"""So many characters after an option nothing continues it. Set by hand."""

BOXED = "- [{mark}] {text}"
"""The form of options that have boxes, and no letters."""


def options_of(
    source: Source, pieces: Sequence[Piece], usual: str = ""
) -> tuple[tuple[Option, ...], frozenset[int]]:
    """The options among a body's pieces, and the indexes of the pieces that hold them; at least two.

    Among questions with boxes (`usual`: the form of most options) a single box is an option too, and among
    those with letters a single letter.
    """
    boxes = _boxes(source, pieces)
    if len(boxes[0]) >= (1 if usual == BOXED else 2):
        return boxes
    lettered = lettered_options(source, pieces, usual)
    if lettered[0]:
        return lettered
    finders = (bare_options, glued_options, bracketed_options, html_options, titled_options)
    return next((options for find in finders if (options := find(source, pieces))[0]), ((), frozenset()))


def _boxes(source: Source, pieces: Sequence[Piece]) -> tuple[tuple[Option, ...], frozenset[int]]:
    found: list[Option] = []
    used: set[int] = set()
    for index, piece in enumerate(pieces):
        if piece.item < 0 or piece.kind not in ("paragraph", "item"):
            continue
        line = source.line_index(piece.span.start)
        match = _BOX.match(source.lines[line]) if piece.text[:1] in ("[", "(", "") else None
        if match:
            start, group = source.starts[line], "glued" if match.group("glued") else "text"
            words = (match.group(group) or "").strip()
            text_at = start + (match.start(group) if words else match.end("box"))
            found.append(
                Option(
                    words,
                    "",
                    (match.group("mark") or match.group("radio") or "").strip() != "",
                    "- [{mark}] {text}" if match.group("radio") is None else "- ({mark}) {text}",
                    Span(start + _indent(match.group("lead")), piece.span.end),
                    Span(text_at, max(piece.span.end, text_at) if words else text_at),
                )
            )
            used.add(index)
        elif (
            used
            and piece.item >= 0
            and found
            and piece.span.start < found[-1].span.end + _FAR
            and _continues(pieces, index, used)
        ):
            used.add(index)
    return _marked_below(_with_labels(found), pieces, frozenset(used))


def _marked_below(
    options: Sequence[Option], pieces: Sequence[Piece], used: frozenset[int]
) -> tuple[tuple[Option, ...], frozenset[int]]:
    """Options with boxes, once: a list without ticks that comes again with some, apart from it, is marked there.

    Readers choose from the first list, and the second is a part of the answer.
    """
    asked, key = options[: len(options) // 2], options[len(options) // 2 :]
    right = {_said(option) for option in key if option.correct}
    again = sorted(map(_said, asked)) == sorted(map(_said, key))
    told_apart = len(set(map(_said, asked))) > 1  # where all say `:`, what tells them apart is the code below
    if len(asked) < 2 or not right or not again or not told_apart or any(option.correct for option in asked):
        return tuple(options), used
    first, second = asked[-1].span.end, key[0].span.start
    if not any(first <= piece.span.start < second and at not in used for at, piece in enumerate(pieces)):
        return tuple(options), used
    marked = tuple(option._replace(correct=_said(option) in right) for option in asked)
    return marked, frozenset(at for at in used if pieces[at].span.start < second)


def _said(option: Option) -> tuple[str, str]:
    return option.label, option.text


def _with_labels(options: Sequence[Option]) -> Sequence[Option]:
    """Options with boxes that have letters after these, `- [ ] **a.** rose`: the letters are their labels."""
    found = [_LABEL_IN_BOX.match(option.text) for option in options]
    labels = [match["label"] for match in found if match]
    if len(labels) < max(len(options), 2) or not is_series(labels, lacking=False):
        return options
    return [
        option._replace(
            text=match["text"],
            label=match["label"],
            text_span=Span(option.text_span.start + match.start("text"), option.text_span.end),
            label_span=Span(*(option.text_span.start + at for at in match.span("label"))),
        )
        for option, match in zip(options, found, strict=True)
        if match
    ]


def _indent(lead: str) -> int:
    return len(lead) - len(lead.lstrip())


def _continues(pieces: Sequence[Piece], index: int, used: set[int]) -> bool:
    """Whether a piece is a further paragraph or code block of the option before it."""
    return index - 1 in used and pieces[index].item == pieces[index - 1].item


def numbered_options(source: Source, pieces: Sequence[Piece]) -> tuple[tuple[Option, ...], frozenset[int]]:
    """The list above an answer that names its choice by a number: its items, if they count from 1."""
    found: list[Option] = []
    used: set[int] = set()
    for index, piece in enumerate(pieces):
        line = source.line_index(piece.span.start)
        match = _NUMBERED.match(source.lines[line]) if piece.kind == "paragraph" and piece.item >= 0 else None
        if match and int(match.group("label")) == len(found) + 1:
            start = source.starts[line]
            found.append(
                Option(
                    match.group("text"),
                    match.group("label"),
                    None,
                    f"{{label}}{match.group('delimiter')} {{text}}",
                    Span(start + match.start("label"), start + match.end("text")),
                    Span(start + match.start("text"), start + match.end("text")),
                )
            )
            used.add(index)
    return (tuple(found), frozenset(used)) if len(found) >= 2 else ((), frozenset())


def letters_in(
    source: Source, at: int, text: str, labels: Sequence[str] = ()
) -> tuple[tuple[str, ...], Span | None]:
    """The letters that an answer begins with (`B`, `A and C`), and where they are.

    Run together (`AC`) they name options only if all are `labels` of some, in order.
    """
    together = _TOGETHER.match(text) if labels else None
    named = together["letters"] if together else ""
    apart = "".join(named.split())
    if together and list(apart) == sorted(set(apart) & set(labels)):
        start = source.text.find(named, at)
        return tuple(apart), Span(start, start + len(named))
    match = _NAMED.match(text) if not _PARTS.match(text) else None
    if not match or (len(match["letters"]) == 1 and _ARTICLE.match(text, match.start("letters"))):
        return (), None
    start = source.text.find(match.group("letters"), at)
    named = match.group("letters")
    letters = (named,) if len(named) == 1 else tuple(re.split(LETTER_JOIN, named))
    return letters, Span(start, start + len(match.group("letters")))
