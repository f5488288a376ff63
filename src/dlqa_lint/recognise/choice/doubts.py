"""Doubts: the lines of a document that might just as well be read the other way, and the forms that would settle it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dlqa_lint.model.bank import Doubt
from dlqa_lint.model.form import form_key
from dlqa_lint.recognise.choice.choose import IN_DOUBT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.choose import Choice
    from dlqa_lint.recognise.choice.group import Group

_MATTERS = 0.5
"""A group with fewer lines than this share of those that surely ask does not make a document doubtful."""


def doubt_of(choice: Choice, forms: Sequence[str]) -> Doubt | None:
    """The doubt about the group that is nearest to changing sides; `forms` are those of the questions.

    A single line is no doubt about a document, nor are a few beside many that surely ask; and of two groups in
    one form no schema tells which asks.
    """
    for row in sorted(choice.weighed, key=lambda row: abs(row.total)):
        if abs(row.total) >= IN_DOUBT:
            return None
        group, own = row.group, _keys(row.group)
        sure = [other.group for other in choice.chosen if other is not row]
        matters = len(group) > max(1, _MATTERS * sum(map(len, sure)))
        if matters and own.isdisjoint(key for other in sure for key in _keys(other)):
            others = tuple(form for form in forms if form_key(form) not in own)
            return Doubt(
                _form(group),
                tuple(line.span for line in group.lines),
                asks=row in choice.chosen,
                others=others or tuple(map(_form, sure[:1])),
            )
    return None


def _keys(group: Group) -> set[str]:
    return {form_key(line.template) for line in group.lines}


def _form(group: Group) -> str:
    """The form that most lines of a group have."""
    return Counter(line.template for line in group.lines).most_common(1)[0][0]
