"""Options that Markdown takes for no list items: boxes without a bullet, and a list glued to the words of a quiz."""

import re
from collections.abc import Iterator, Sequence

from dlqa_lint.model.bank import Option
from dlqa_lint.recognise.body.body_parts import Piece
from dlqa_lint.recognise.body.tool_options import Options
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_BOX = rf"(?:\[(?P<mark> {{1,3}}|[{marks.BOX_MARKS}])\]|\((?P<radio> {{1,3}}|[{marks.BOX_MARKS}])\))"
_BARE = regex(rf"[ \t]*{_BOX}[ \t]+(?P<text>\S.*)")
_BULLETED = regex(rf"[ \t]*[-*+][ \t]+{_BOX}[ \t]+(?P<text>\S.*)")


def bare_options(source: Source, pieces: Sequence[Piece]) -> Options:
    """The options of paragraphs whose lines begin with a box; one of them at least is empty.

    ( ) Yes
    (X) No
    """
    found: list[Option] = []
    used: list[int] = []
    for index, piece in enumerate(pieces):
        inside = _of_paragraph(source, piece)
        if inside and (not used or used[-1] == index - 1):
            found += inside
            used.append(index)
    return _several(found, used) if any(not option.correct for option in found) else ((), frozenset())


def _of_paragraph(source: Source, piece: Piece) -> list[Option]:
    """The options of a paragraph that begins with one, or of what continues below the question's own line."""
    if piece.kind not in ("paragraph", "rest") or not _BARE.match(piece.text.lstrip()):
        return []
    return list(_lines(source, piece, _BARE, ""))


def glued_options(source: Source, pieces: Sequence[Piece]) -> Options:
    """The list right below the words of a `<quiz>` or a `<summary>`, which Markdown takes for HTML.

    <quiz>
    Is water a liquid?
    - [x] Yes
    - [ ] No
    </quiz>
    """
    if not pieces or pieces[0].kind not in ("html", "rest") or not pieces[0].text.startswith(("\r", "\n")):
        return (), frozenset()
    return _several(list(_lines(source, pieces[0], _BULLETED, "- ")), [0])


def _lines(source: Source, piece: Piece, pattern: re.Pattern[str], bullet: str) -> Iterator[Option]:
    """The lines of a piece that are options by a pattern; what else is in it belongs to one of them."""
    for line in source.line_range(piece.span):
        start, text = source.starts[line], source.lines[line].rstrip()
        match = pattern.match(text) if start >= piece.span.start else None
        if match:
            mark, box = (match["mark"], "[{mark}]") if match["mark"] else (match["radio"], "({mark})")
            place = Span(start + match.start("text"), start + len(text))
            whole = Span(start + len(text) - len(text.lstrip()), place.end)
            yield Option(match["text"], "", bool(mark.strip()), f"{bullet}{box} {{text}}", whole, place)


def _several(found: Sequence[Option], used: Sequence[int]) -> Options:
    return (tuple(found), frozenset(used)) if len(found) >= 2 else ((), frozenset())
