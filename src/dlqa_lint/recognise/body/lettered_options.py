"""Options that are called by letters, or by numbers before a colon: A, B, C … one a line."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dlqa_lint.language.option_remarks import verdict_of
from dlqa_lint.model.bank import Option
from dlqa_lint.recognise.body.body_parts import Piece
from dlqa_lint.recognise.body.options_on_a_line import BETWEEN, in_columns, parted
from dlqa_lint.text import marks
from dlqa_lint.text.inline import mask_code
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_LABEL = rf"[A-Ha-h{marks.OPTION_LETTERS}]|[1-9](?=:)"
_LETTER = regex(
    rf"(?P<lead>\s*(?:(?:[-*+]|\d+[.)])\s+)?)(?:(?P<tick>{marks.TICK})\s*|(?P<cross>{marks.CROSS})\s*)?"
    rf"(?P<star>\*(?=[A-Za-z][.)]\s))?(?P<open>\*\*|__|\(|<(?:b|strong)>)?(?P<label>{_LABEL})"
    rf"(?P<delimiter>\)\*\*|\.\*\*|:\*\*|[.):]|[：、．）]|(?<=[{marks.CIRCLED}])|\s:(?=\s)|\s[-–—](?=\s)|(?=\*\*\s|__\s))"
    r"(?P<close>\*\*|__|</(?:b|strong)>)?\s*(?P<text>\S.*)"
)
# Right above the options there may be a picture, without a blank line between.
_PICTURES = regex(r"(?<![ \t])(?:[ \t]*!\[[^\[\]\n]{0,600}\]\([^()\n]{0,1200}\)[ \t]*\r?\n)+")
_OPENING = regex(rf"\W*(?:<(?:b|strong)>)?[{marks.OPTION_LABELS}](?:\W|(?<=[{marks.CIRCLED}]))")
_TICKED = regex(rf"(?:{marks.TICK}|\[x\]|\((?:correct|right)(?: answer)?\))\W*$", re.IGNORECASE)
# Neither blanks nor breaks are tried from within a run of them, or a long one would be read once from each.
_BREAK = regex(r"(?<!\s)(?<!br>)(?<!br/>)(?<!br />)\s*(?:<br\s*/?>\s*)+\Z|(?<!\\)\\\s*\Z", re.IGNORECASE)
"""What breaks the line at the end of an option; no part of what it says."""
_BREAKS = regex(r"(?:\s|<br\s*/?>)*", re.IGNORECASE)
_MOST = 26
_SAME = 3
"""So many lines in a row that are all called A, where options are written so, are options; two may be remarks."""


def lettered_options(
    source: Source, pieces: Sequence[Piece], usual: str = ""
) -> tuple[tuple[Option, ...], frozenset[int]]:
    """Choices called A, B, C … (or 1:, 2: …), one a line, in list items or bare lines.

    Letters that are out of order, repeated or missing name options all the same: nothing may be
    dropped that readers choose from. Options that are written as those of most other questions (`usual`) may
    be without an A, may be a single one, and may have the last words of the question above them in their paragraph.
    """
    for first, opening in enumerate(pieces):
        shown = _PICTURES.sub("", opening.text) if "![" in opening.text else opening.text
        if opening.kind == "paragraph" and not (usual or _OPENING.match(shown)):
            continue
        found, used = _run(source, pieces, first, asked=bool(usual))
        found = in_columns(source, found)
        labels = [option.label for option in found]
        alike = bool(usual) and all(option.form == usual for option in found)
        if len(found) == 1 and alike and _OPENING.match(shown.lstrip()):
            return _with_marks(found), used
        if len(found) < 2:
            continue
        apart = not found[0].form.startswith("- ") and found[1].span.start >= opening.span.end
        same = alike and len(found) >= _SAME and len(set(labels)) == 1
        if same or is_series(labels, lacking=alike) or _is_mixed(labels, apart=apart):
            return _with_marks(found), used
    return (), frozenset()


def _run(
    source: Source, pieces: Sequence[Piece], first: int, *, asked: bool
) -> tuple[list[Option], frozenset[int]]:
    """The lettered lines from a piece on, as far as they follow each other, and the pieces that hold them.

    Words above the first one are passed over where they may be what is `asked`.
    """
    found: list[Option] = []
    used: set[int] = set()
    for index in range(first, len(pieces)):
        piece = pieces[index]
        if piece.kind not in ("paragraph", "rest", "item"):
            if found and piece.kind in ("fence", "code") and piece.item >= 0:
                used.add(index)
                continue
            break
        options = _lettered_lines(source, piece, found[0].label if found else "", asked=asked)
        verdict = (
            verdict_of(piece.text) if found and not options and _is_below(source, piece, found) else None
        )
        if verdict is not None:
            found[-1] = found[-1]._replace(correct=verdict)
            used.add(index)
            continue
        if not options or len(found) > _MOST or (found and not _go_on(found, options, pieces, index, first)):
            break
        found.extend(options)
        used.add(index)
    return found, frozenset(used)


def _is_below(source: Source, piece: Piece, found: Sequence[Option]) -> bool:
    """Whether a piece is inside the list item of the last option."""
    line = source.lines[source.line_index(piece.span.start)]
    above = source.lines[source.line_index(found[-1].span.start)]
    return piece.item >= 0 and len(line) - len(line.lstrip()) > len(above) - len(above.lstrip())


def _with_marks(found: Sequence[Option]) -> tuple[Option, ...]:
    """Options of which a star marks some as right: the others are wrong."""
    starred = any(option.correct and not _TICKED.search(mask_code(option.text)) for option in found)
    return tuple(option._replace(correct=bool(option.correct)) if starred else option for option in found)


def _go_on(
    found: Sequence[Option], options: Sequence[Option], pieces: Sequence[Piece], index: int, first: int
) -> bool:
    """Whether the lettered lines of a further piece are options, and not the answer or its explanation.

    In one list all are. Paragraphs continue while no letter is repeated: "B. a list" below them repeats an option.
    """
    bulleted = found[0].form.startswith("- "), options[0].form.startswith("- ")
    if all(bulleted) and pieces[index].block - pieces[index - 1].block <= 3:
        return True
    known = {option.label for option in found}
    several = any(piece.text.count("\n") for piece in pieces[first:index])
    if not several:
        return options[0].label not in known
    return any(found[-1].label + options[0].label in series for series in marks.OPTION_SERIES)


def is_series(labels: Sequence[str], *, lacking: bool) -> bool:
    """Whether labels are meant to count: most are there of as many letters as there are options.

    They begin with the first letter, unless it may be `lacking`.
    """
    kinds = [
        series[: len(labels) + 1]
        for series in marks.OPTION_SERIES
        if series[0] == labels[0] or (lacking and labels[0] in series)
    ]
    ordered = any("".join(labels) == kind[: len(labels)] for kind in kinds)
    shared = max((len(set(labels) & set(kind)) for kind in kinds), default=0)
    return ordered or ((len(labels) >= 3 or lacking) and shared * 3 >= len(labels) * 2)


def _is_mixed(labels: Sequence[str], *, apart: bool) -> bool:
    """Whether labels are the first letters of a series in another order: none repeated, none missing.

    A letter before a whole series is not an option if its paragraph stands apart: "E. coli is …", A, B, C, D.
    """
    count = len(labels)
    kinds = [series[:count] for series in marks.OPTION_SERIES if sorted(series[:count]) == sorted(labels)]
    whole = any("".join(labels[1:]) == kind[:-1] for kind in kinds)
    return bool(kinds) and count >= 3 and labels[0].isalpha() and not (apart and whole)


def _lettered_lines(source: Source, piece: Piece, start_label: str, *, asked: bool) -> list[Option]:
    """The lettered lines of a piece, whose letters are in the case of the first one."""
    found: list[Option] = []
    said = source.slice(piece.span)
    for line in range(source.line_index(piece.span.start + _lead(said)), source.last_line(piece.span) + 1):
        text = source.lines[line]
        match = _LETTER.match(text)
        opened = start_label or (found[0].label if found else "")
        if match and (not opened or _alike(opened, match.group("label"))):
            found += _options_of_line(source.starts[line], text, match)
        elif text.strip() and not (found or asked) and not _PICTURES.fullmatch(text + "\n"):
            return []
    return found


def _options_of_line(start: int, text: str, first: re.Match[str]) -> Iterator[Option]:
    """The options of a line that begins with one; several may stand beside each other."""
    bullet = "- " if first["lead"].strip() else ""
    ends = parted(text, first.start("text"), first["label"], first["delimiter"][:1])
    for at, end in pairwise(ends):
        match = _LETTER.match(text, at, end)
        if match:
            said = match["text"] if end == len(text) else BETWEEN.sub("", match["text"])
            words = _BREAK.sub("", said.rstrip()) or said.rstrip()
            yield Option(
                words,
                match["label"],
                _mark_of(match),
                f"{bullet}{{label}}{match['delimiter']} {{text}}",
                Span(start + (at or len(text) - len(text.lstrip())), start + end),
                Span(start + match.start("text"), start + match.start("text") + len(words)),
                Span(start + match.start("label"), start + match.end("label")),
            )


def _lead(said: str) -> int:
    """How many characters of what follows a question on its own line only break the line."""
    broken = _BREAKS.match(said)
    return broken.end() if broken and broken.end() < len(said) else 0


def _mark_of(match: re.Match[str]) -> bool | None:
    """Whether a lettered line says itself that it is right, or wrong: a star, a tick or a cross."""
    if match["star"] or match["tick"] or _TICKED.search(mask_code(match["text"])):
        return True
    return False if match["cross"] else None


def _alike(first: str, label: str) -> bool:
    """Whether a label may be in a series with the first one: a letter in the same case, or a number."""
    return any(first in series and label in series for series in marks.OPTION_SERIES)
