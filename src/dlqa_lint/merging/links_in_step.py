"""Links in step: each version's links lead to the anchors that the headings will have in the merged document.

An anchor holds a heading's words and number. Where one side rewords a question, a link that the other side
writes to it would lead nowhere.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dlqa_lint.edits.retarget import renamed_by, retargeted
from dlqa_lint.merging.cut import Cut, Id, Ids
from dlqa_lint.merging.errors import PuzzleError
from dlqa_lint.merging.text_frame import changed
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit

_Texts = Mapping[Id, str]
"""The texts of the headings of questions and sections."""


def relinked(cuts: Sequence[Cut], ids: Sequence[Ids], edits: Sequence[Sequence[Edit]]) -> list[list[Edit]]:
    """The edits of each version that its links need besides some that it gets, which are in order."""
    headings = [_headings(cut, own) for cut, own in zip(cuts, ids, strict=True)]
    texts = [
        _edited(cut.document, found, made) for cut, found, made in zip(cuts, headings, edits, strict=True)
    ]
    final = _final(*texts)
    return [
        _links(cut, {at: final.get(one, text[one]) for one, at in found.items()})
        for cut, found, text in zip(cuts, headings, texts, strict=True)
    ]


def _headings(cut: Cut, ids: Ids) -> dict[Id, int]:
    """The index of each heading that is a question's or a section's own line."""
    starts = [heading.span.start for heading in cut.document.headings]
    found: dict[Id, int] = {}
    for piece, one in zip(cut.pieces, ids, strict=True):
        at = bisect_left(starts, piece.start)
        if piece.kind in ("question", "section") and at < len(starts) and starts[at] < piece.body:
            found[one] = at
    return found


def _edited(document: Document, headings: Mapping[Id, int], edits: Sequence[Edit]) -> _Texts:
    """The texts of headings after some edits."""
    renamed = renamed_by(document, edits)
    return {one: renamed.get(at, document.headings[at].text) for one, at in headings.items()}


def _final(base: _Texts, ours: _Texts, theirs: _Texts) -> _Texts:
    """The texts of the merged headings, but for those that both sides changed."""
    return {
        one: changed(text, ours[one], theirs[one])
        for one, text in base.items()
        if one in ours and one in theirs and (text in (ours[one], theirs[one]))
    }


def _links(cut: Cut, texts: Mapping[int, str]) -> list[Edit]:
    document = cut.document
    renamed = {at: text for at, text in texts.items() if text != document.headings[at].text}
    found = retargeted(cut.link_map, document, renamed) if renamed else []
    if found is None:
        raise PuzzleError("links lead to a heading that goes")
    return found
