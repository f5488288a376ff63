"""Lists that are the index of a document: what they ask is asked again below, where it is answered."""

from itertools import groupby

from dlqa_lint.links.entries import normal
from dlqa_lint.model.bank import Document
from dlqa_lint.model.question import ITEMS

_LEAST = 3
"""Fewer items that are asked again may have been asked twice by mistake. Set by hand."""


def in_an_index(document: Document) -> frozenset[int]:
    """The positions of the questions in lists of which at least half is asked again below, and not in a list.

    1. What is a bight?
    2. What is a bend?
    3. What is a hitch?

    ### What is a bight?

    A slack part of a rope.
    """
    runs = groupby(document.questions, key=lambda question: question.kind in ITEMS)
    lists = [items for listed, run in runs if listed and len(items := list(run)) >= _LEAST]
    if not lists:
        return frozenset()
    others = (question for question in document.questions if question.kind not in ITEMS)
    last = {normal(question.plain_text): question.position for question in others}
    found: set[int] = set()
    for items in lists:
        again = sum(
            item.answer is None and last.get(normal(item.plain_text), -1) > item.position for item in items
        )
        if again >= _LEAST and again * 2 >= len(items):
            found.update(item.position for item in items)
    return frozenset(found)
