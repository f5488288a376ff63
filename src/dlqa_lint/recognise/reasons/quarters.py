"""The numbers of the lines are the quarters of years, or how urgent something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.recognise.reason import GroupReason
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import FULL_STOPS

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group

_UP_TO = 4
"""There are as many quarters in a year, and hardly ever more priorities. Set by hand."""

_LETTERS = ("q", "p")
"""Quarters and priorities; in some languages questions begin with p as well."""

_SPACED = regex(r"Q\{number\} |P\{number\}[ –—]")
"""What follows the number of a quarter or a priority, and hardly ever that of a question."""

_SENTENCES = regex(rf"[\n|]+|(?<=[{FULL_STOPS}!?？！:：])\s*")


class Quarters(GroupReason):
    """The lines are numbered from Q1 to Q4, or from P1 to P4, and do not ask.

    Plans and reports are divided into quarters, and what is to be done by priority; both are written as questions may
    be. None of the lines reads like a question, no number is above four, and a space follows it, or a dash a priority,
    where questions have a colon or a stop. Where a colon follows, or the number stands alone, the document does not
    speak of questions, and no sentence below the lines reads like one, or like an order.

    Example:
        ### Q1 Release of the editor
        ### Q2 Mobile apps
        ### Q3 Plugins

    Counter-example:
        ### Q1: Name the parts of an editor
        ### Q2: Name three mobile systems
        ### Q3: Write a plugin
    """

    sign = "against"

    def of_group(self, group: Group) -> float:
        counts = group.key.numbered and group.key.label in _LETTERS
        if not counts or any(group.asking) or max(group.values) > (_UP_TO,):
            return 0.0
        spaced = all(_SPACED.search(line.template) for line in group.lines)
        return float(spaced or _only_tells(group))


def _only_tells(group: Group) -> bool:
    """Whether nothing in a group of headings without brackets or below it asks, orders, answers or can be ticked."""
    page = group.page
    if (
        group.key.kind != "heading"
        or "[" in group.lines[0].template
        or page.announced
        or any(group.counted([*page.ticks, *page.marks]))
    ):
        return False
    said = (
        page.source.text[line.span.start : end] for line, end in zip(group.lines, group.ends, strict=True)
    )
    sentences = (plain(text.strip(" #*->")) for body in said for text in _SENTENCES.split(body))
    return not any(map(as_question, sentences))
