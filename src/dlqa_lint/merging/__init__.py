"""Three-way merges of question documents: on questions instead of lines.

The three documents are read, their pieces told apart (`pieces`) and known again in each other (`same_pieces`),
put into one order (`order`) and numbered (`numbering`); each version is given those numbers, and the pieces
are merged one by one (`weave`). What comes out is proved (`proof`) and put right (`repair`). Whatever is not
understood raises PuzzleError, and nothing is merged.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint.merging.cut import Cut, Ids
from dlqa_lint.merging.errors import NoBankError, PuzzleError
from dlqa_lint.merging.links_in_step import relinked
from dlqa_lint.merging.numbering import in_step, numbers_for
from dlqa_lint.merging.order import merged_order
from dlqa_lint.merging.proof import prove_entries, prove_once, prove_reading, prove_words
from dlqa_lint.merging.repair import Read, repaired
from dlqa_lint.merging.same_pieces import identified
from dlqa_lint.merging.stated_counts import restated
from dlqa_lint.merging.text_frame import framed, in_frame, settled
from dlqa_lint.merging.version import ReadPieces, newly_wanted
from dlqa_lint.merging.weave import MergeText, Version, dropped, torn_apart, version_of, woven
from dlqa_lint.text.source import Source

__all__ = ("Merged", "NoBankError", "PuzzleError", "merge")


class Merged(NamedTuple):
    """A merged document, and how many conflicts are left in it for a person."""

    text: str
    conflicts: int


def merge(base: Source, ours: Source, theirs: Source, read: Read, merge_text: MergeText) -> Merged:
    """Merge two versions of a document with a common base; raises PuzzleError where git should do it.

    `merge_text` merges what both sides changed.
    """
    sources, layouts = zip(*map(framed, (base, ours, theirs)), strict=True)
    cuts = [_cut(source, read, may_be_empty=source is sources[0]) for source in sources]
    ids = identified(*cuts)
    every = merged_order(*ids)
    # Numbers hang on what is dropped, and what is unchanged but for numbers shows only in equal numbers.
    read_pieces = [ReadPieces.of(cut, own) for cut, own in zip(cuts, ids, strict=True)]
    gone = dropped(every, _in_step(every, cuts, ids), newly_wanted(*read_pieces))
    order = [one for one in every if one not in gone]
    versions = torn_apart(order, _in_step(order, cuts, ids))
    made = woven(order, versions, merge_text)
    prove_words(made, versions, gone)
    once = [one for one in order if one[0] != "torn"]
    decided = woven(once, versions, _decided) if made.conflicts else made
    document = read(Source(ours.path, decided.text))
    prove_reading(document, decided, read_pieces[1:], gone)
    prove_entries(document, decided)
    sides = [cut.document for cut in cuts[1:]]
    right = decided.text if made.conflicts else repaired(document, sides, read).text
    prove_once(right, decided, versions)
    text = made.text if made.conflicts else right
    return Merged(in_frame(text, settled(*layouts)), made.conflicts)


def _decided(ours: str, base: str, theirs: str) -> tuple[str, int]:
    """One side of a conflict, for a text that can be read."""
    return ours or theirs or base, 0


def _cut(source: Source, read: Read, *, may_be_empty: bool) -> Cut:
    document = read(source)
    if document.conflict:
        raise PuzzleError("there are conflicts in it already")
    if not document.is_bank and not (may_be_empty and not source.text.strip()):
        raise NoBankError("it is not a question document")
    return Cut(document)


def _in_step(order: Ids, cuts: Sequence[Cut], ids: Sequence[Ids]) -> list[Version]:
    """The three versions with the numbers, counts and anchors of the merged document."""
    values = numbers_for(order, cuts, ids)
    edits = [
        sorted([*in_step(cut, own, values), *restated(cut, order)])
        for cut, own in zip(cuts, ids, strict=True)
    ]
    versions: list[Version] = []
    for cut, own, made, links in zip(cuts, ids, edits, relinked(cuts, ids, edits), strict=True):
        # A link whose number changes may have other words to follow, too.
        by_span = {edit.span: edit for edit in (*made, *links)}
        versions.append(version_of(cut, own, sorted(by_span.values())))
    return versions
