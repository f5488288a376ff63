"""Merging three versions piece by piece into one text."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dlqa_lint.merging.cut import Cut, Id, Ids
from dlqa_lint.merging.errors import PuzzleError
from dlqa_lint.merging.text_frame import changed
from dlqa_lint.model.finding import Edit
from dlqa_lint.text.source import Span

MergeText = Callable[[str, str, str], tuple[str, int]]
"""The textual merge of ours, base and theirs, with the number of conflicts in it."""

_BLANK = "\n"
_TOP: Id = ("top",)
"""What is above the first piece."""


class PieceText(NamedTuple):
    """A piece of one version as it is merged: the gap above it, its own lines, and what is below them."""

    gap: str
    lines: str
    body: str

    @property
    def text(self) -> str:
        """The words of the piece."""
        return self.lines + self.body


Version = Mapping[Id, PieceText]
"""The pieces of a version, in its order."""


class Woven(NamedTuple):
    """A merged text, where each piece is in it, and how many conflicts it holds."""

    text: str
    places: Mapping[Id, Span]
    conflicts: int

    def piece(self, one: Id) -> str:
        """The text of a piece."""
        span = self.places[one]
        return self.text[span.start : span.end]


def version_of(cut: Cut, ids: Ids, edits: Sequence[Edit]) -> dict[Id, PieceText]:
    """The pieces of a version after some edits."""
    found = {}
    left = list(reversed(edits))
    text = cut.document.source.text
    for piece, one in zip(cut.pieces, ids, strict=True):
        spans = map(Span, (piece.gap, piece.start, piece.body), (piece.start, piece.body, piece.end))
        found[one] = PieceText(*(_edited(text, span, left) for span in spans))
    if left:
        raise PuzzleError("there is a number that belongs to no question")
    return found


def _edited(text: str, span: Span, left: list[Edit]) -> str:
    """A part of a text with the edits that lie in it, which are taken from those that are left."""
    made, at = [], span.start
    while left and left[-1].span.end <= span.end and left[-1].span.start < span.end:
        edit = left.pop()
        made += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join([*made, text[at : span.end]])


def torn_apart(order: Iterable[Id], versions: Sequence[Version]) -> list[Version]:
    """The versions, in which a question that is in two places is one piece at each.

    At the place of ours theirs has removed it, and ours at that of theirs: a conflict in both places.
    """
    base, ours, theirs = versions
    known = set(order)
    torn: dict[Id, Id] = {one: ("torn", one) for one in base if ("torn", one) in known}
    twice = {again: base[one] for one, again in torn.items()}
    return [{**base, **twice}, ours, {torn.get(one, one): parts for one, parts in theirs.items()}]


def dropped(order: Iterable[Id], versions: Sequence[Version], wanted: Sequence[set[Id]]) -> set[Id]:
    """The pieces that one side removed, and that the other one left as they were and did not come to need.

    `wanted` are, for ours and for theirs, the questions and sections that a side needs and the base did not.
    """
    base, ours, theirs = versions
    gone = {
        one
        for one in order
        if one in base
        and any(
            one not in side and one not in needed and _kept(one, base, other)
            for side, other, needed in ((ours, theirs, wanted[1]), (theirs, ours, wanted[0]))
        )
    }
    return {one for one in gone if one[0] != "entry" or _goes(one, gone, versions)}


def _kept(one: Id, base: Version, other: Version) -> bool:
    """Whether nobody changed a piece that one side removed."""
    return one not in other or other[one].text == base[one].text


def _goes(entry: Id, gone: set[Id], versions: Sequence[Version]) -> bool:
    """Whether a contents entry goes: where its question was removed with it, only if that goes, too."""
    question = entry[2]
    with_it = any(entry not in side and question not in side for side in versions[1:])
    return question in gone if with_it and question in versions[0] else True


def woven(order: Sequence[Id], versions: Sequence[Version], merge_text: MergeText) -> Woven:
    """The pieces in their order, each merged."""
    gaps = _Gaps(versions)
    places: dict[Id, Span] = {}
    made, length, conflicts = list[str](), 0, 0
    for above, one in zip([_TOP, *order], order, strict=False):
        piece, found = _merged(one, versions, gaps.between(above, one), merge_text)
        places[one] = Span(length, length + len(piece))
        made.append(piece)
        length, conflicts = places[one].end, conflicts + found
    return Woven("".join(made), places, conflicts)


def _merged(one: Id, versions: Sequence[Version], gap: str, merge_text: MergeText) -> tuple[str, int]:
    """The text of a piece with the gap above it, and how many conflicts it holds."""
    base, ours, theirs = (version.get(one) for version in versions)
    if ours is None or theirs is None:
        only = ours or theirs
        if only is None or base is None or one[0] == "entry":
            return gap + only.text if only else "", 0
        # What is as it was would go without a word, though the other side has come to need it.
        before = base.text if only.text != base.text else base.text.removesuffix("\n") + " \n"
        # The gap goes along, so that nothing is left of it where the piece goes.
        return merge_text(gap + ours.text if ours else "", gap + before, gap + theirs.text if theirs else "")
    if ours.text == theirs.text:
        return gap + ours.text, 0
    if base is None:
        text, count = merge_text(ours.text, "", theirs.text)
        return gap + text, count
    found, conflicts = [gap], 0
    for parts in ((base.lines, ours.lines, theirs.lines), (base.body, ours.body, theirs.body)):
        before, mine, other = parts
        if before in (mine, other) or mine == other:
            found.append(changed(before, mine, other))
        else:
            text, count = merge_text(mine, before, other)
            found.append(text)
            conflicts += count
    return "".join(found), conflicts


def _kinds(above: Id, one: Id) -> tuple[Hashable, Hashable]:
    kinds = [piece[0] if piece[0] != "torn" else "question" for piece in (above, one)]
    return kinds[0], kinds[1]


class _Gaps:
    """What is between two pieces: as in the versions in which they are neighbours, else as is usual."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self.known = [
            {pair: version[pair[1]].gap for pair in pairwise([_TOP, *version])} for version in versions
        ]
        self.usual: dict[tuple[Hashable, Hashable], Counter[str]] = {}
        for version in self.known:
            for (above, one), gap in version.items():
                if above != _TOP:
                    self.usual.setdefault(_kinds(above, one), Counter())[gap] += 1

    def between(self, above: Id, one: Id) -> str:
        """The blank lines and thematic breaks above a piece."""
        base, ours, theirs = (version.get((above, one)) for version in self.known)
        if ours is not None and theirs is not None:
            return changed(base, ours, theirs) if base is not None else ours
        if ours is not None or theirs is not None:
            return ours if ours is not None else theirs or ""
        if above == _TOP:
            return ""
        usual = self.usual.get(_kinds(above, one))
        return usual.most_common(1)[0][0] if usual else _BLANK
