"""Counts inside the answers of another count, which are written nearly alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.model.form import NUMBER

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dlqa_lint.recognise.choice.group import Group


def nested_counts(group: Group) -> Collection[int]:
    """The lines of counts from 1 in answers: nothing asks there, and the other count goes on, or differs in form.

    ### 6) What is a selector?
    ### 7) How is a box centred?
    ### 1. With a grid
    ### 2. With margins
    ### 8) What is a margin?
    """
    forms = [line.template.partition(NUMBER)[2] for line in group.lines]
    runs = _runs(list(zip(forms, group.values, strict=True)))
    found: set[int] = set()
    for before, run, after in zip(runs, runs[1:], runs[2:], strict=False):
        counts = group.values[run[0]] == (1,) and len(run) > 1 and not any(group.asking[at] for at in run)
        goes_on = group.values[after[0]] == (group.values[before[-1]][-1] + 1,)
        differs = forms[before[-1]] == forms[after[0]] != forms[run[0]]
        if counts and (goes_on or differs):
            found.update(run)
    return found


def _runs(lines: Sequence[tuple[str, tuple[int, ...]]]) -> list[list[int]]:
    """The indexes of lines, given as form and number, cut where the number is not the next one, or the form changes."""
    runs: list[list[int]] = []
    for index, (form, value) in enumerate(lines):
        if index and lines[index - 1] == (form, (*value[:-1], value[-1] - 1)):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
