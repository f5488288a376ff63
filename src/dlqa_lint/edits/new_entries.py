"""New entries of a table of contents: where they belong, and the edits that add them."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.edits.entry_edits import added, insertion
from dlqa_lint.links.match import Match
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Question
from dlqa_lint.model.finding import Edit
from dlqa_lint.text.source import Span


class Slot(NamedTuple):
    """Where an entry for a question belongs: next to a listed neighbour."""

    neighbour: Match
    below: bool


def slot_beside(question: Question, known: Sequence[Question], listed: Mapping[int, Match]) -> Slot:
    """The place next to the nearest listed question, one above it in the same section first."""
    at = bisect_left(known, question.position, key=lambda other: other.position)
    above, below = known[at - 1] if at else None, known[at] if at < len(known) else None
    if above and (above.section == question.section or below is None or below.section != question.section):
        return Slot(listed[above.position], below=True)
    return Slot(listed[(below or known[0]).position], below=False)


def new_entries(missing: Iterable[tuple[Question, Slot]], link_map: LinkMap) -> dict[int, Edit]:
    """The edit for each question; those that go to one place share an edit, which adds them in order."""
    lines: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for question, (match, below) in missing:
        anchor = link_map.targets(match.document).by_question.get(question.position)
        line = added(match.owner, match.contents, match.entry, question, anchor)
        if line is not None:
            at = insertion(match.owner, match.contents, match.entry, below=below)
            lines.setdefault((match.owner.path, at), []).append((question.position, line))
    edits: dict[int, Edit] = {}
    for (path, at), entries in lines.items():
        text = "".join(f"\n{line}" if at else f"{line}\n" for _, line in entries)
        edits |= {position: Edit(path, Span(at, at), text) for position, _ in entries}
    return edits
