"""Families: what the lines of a document share that are written alike, whatever their emphasis."""

from collections import defaultdict
from collections.abc import Sequence

from dlqa_lint.recognise.lines import Candidate

Group = tuple[str, int, str, bool]
"""The kind of some lines, their level and label, and whether they are numbered."""

PROSE = ("bullet", 0)
"""How the group of plain list items begins, which say anything; bold ones are picked out by hand."""


def group_of(candidate: Candidate) -> Group:
    """What candidates share that belong together, whatever their emphasis and delimiter."""
    label = candidate.label or ("bare" if candidate.bare_label else "")
    numbered = bool(candidate.number)
    if candidate.kind in ("item", "paragraph") and (numbered or candidate.bare_label):
        kind = (
            "option" if candidate.kind == "item" and candidate.template.startswith("- {number}") else "line"
        )
        return kind, 0, label, numbered
    if candidate.kind == "item":
        return "bullet", int(candidate.emphasised), "", False
    return candidate.kind, candidate.level, label, numbered


def groups(candidates: Sequence[Candidate]) -> dict[Group, list[Candidate]]:
    """The candidates by group, each in document order; withdrawn and empty ones are left out."""
    grouped: dict[Group, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if not candidate.struck and candidate.text.strip():
            grouped[group_of(candidate)].append(candidate)
    grouped.pop(("option", 0, "", True), None)
    return dict(grouped)
