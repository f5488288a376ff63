"""The company that questions keep: sections and lists that another form would break, and rows in forms of their own."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.form import form_key, parse_form
from dlqa_lint.text.blocks import blocks

_ITEMS = frozenset(("item", "item-heading"))
_HEADINGS = frozenset(("heading", "item-heading"))

_ROW = 3
"""Fewer questions that are written alike, one after the other, may be slips."""
_EQUAL = 2 / 3
"""A row of at least this share of the questions in the right form is about as large: no side is the slip. The labelled
rows that are slips have half of them and less."""


def leaves_its_section(document: Document, question: Question, template: str) -> bool:
    """Whether a question would become a heading of its section's level, and end it.

    ## Quick ones

    **Q: Can a knot slip?**

    Below a heading that asks it is in no section of its own any more.
    """
    form = parse_form(template)
    section = document.sections[question.section] if question.section >= 0 else None
    if form.kind != "heading" or section is None or section.level < form.level:
        return False
    if question.kind == "heading" and question.level <= form.level:
        return False
    above = (q for q in document.questions if section.span.start < q.span.start < question.span.start)
    return all(q.kind not in _HEADINGS for q in above)


def apart_in_lists(document: Document, forms: dict[str, str]) -> frozenset[int]:
    """The positions of the questions in lists of several of which none has one of the forms.

    A list that continues the number of the last question in the right form is not a list of its own.
    """
    lists: dict[int, list[Question]] = {}
    items = {block.first: block.parent for block in blocks(document.source) if block.kind == "item"}
    for question in document.questions:
        if question.kind in _ITEMS and question.line - 1 in items:
            lists.setdefault(items[question.line - 1], []).append(question)
    right = [question for question in document.questions if form_key(question.form) in forms]
    known = {question.position for question in right}
    return frozenset(
        question.position
        for group in lists.values()
        if len(group) > 1 and not any(q.position in known for q in group) and not _goes_on(group[0], right)
        for question in group
    )


def in_a_form_of_their_own(document: Document, forms: dict[str, str]) -> frozenset[int]:
    """The positions of the questions that have none of the learned forms, and are right all the same."""
    return frozenset((*_rows_of_equals(document, forms), *_follow_ups(document.questions, forms)))


def _rows_of_equals(document: Document, forms: dict[str, str]) -> Iterator[int]:
    """The questions of rows that are about as large as all that is in the right form, and are all of their form.

    **What is a sloop?**

    **What is a ketch?**

    # 1. Name three knots

    # 2. Name three sails

    A row on another level, or one that shares its count with the others, was meant to be like them.
    """
    rows = [(key, list(row)) for key, row in groupby(document.questions, lambda q: form_key(q.form))]
    keys = [key for key, _ in rows]
    right = [question for key, row in rows if key in forms for question in row]
    levelled = {form.lstrip("#") for form in forms}
    for key, row in rows:
        after = next((question for question in right if question.position > row[-1].position), None)
        alone = key not in forms and keys.count(key) == 1 and key.lstrip("#") not in levelled
        large = len(row) >= max(_ROW, _EQUAL * len(right))
        if alone and large and not _goes_on(row[0], right) and not (after and _goes_on(after, row)):
            yield from (question.position for question in row)


def _follow_ups(questions: Sequence[Question], forms: dict[str, str]) -> Iterator[int]:
    """The headings without a number that are one level deeper than the question above them, and else like it.

    # What opens a heading?

    ## How many of them may there be?
    """
    above: tuple[str, int] | None = None
    for question in questions:
        key = form_key(question.form)
        if key in forms:
            above = (f"#{key}", question.section) if question.kind == "heading" else None
        elif above == (key, question.section) and question.number is None:
            yield question.position
        else:
            above = None


def _goes_on(first: Question, right: Sequence[Question]) -> bool:
    """Whether a question has the number that follows that of the last one in the right form above it."""
    at = bisect_left(right, first.position, key=lambda question: question.position)
    last = right[at - 1].number if at else None
    return bool(last and first.number and first.number.value == (*last.value[:-1], last.value[-1] + 1))
