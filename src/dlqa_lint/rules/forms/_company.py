"""The company that questions keep: sections and lists that another form would take them out of."""

from bisect import bisect_right

from dlqa_lint.model.bank import Document, Question, question_at
from dlqa_lint.model.form import form_key, parse_form
from dlqa_lint.text.blocks import blocks

_ITEMS = frozenset(("item", "item-heading"))


def leaves_its_section(document: Document, question: Question, template: str) -> bool:
    """Whether a question would become a heading as high as the one that it stands below, which is no question.

    ## Quick ones

    **Q: Can a knot slip?**
    """
    form = parse_form(template)
    if form.kind != "heading" or (question.kind == "heading" and question.level <= form.level):
        return False
    end = bisect_right(document.headings, question.span.start, key=lambda heading: heading.span.start)
    for heading in reversed(document.headings[:end]):
        if heading.question == question.position:
            continue
        # A heading in the answer above holds nothing but a part of that answer.
        if heading.question or question_at(document, heading.span.start) is None:
            return heading.question is None and heading.level >= form.level
    return False


def apart_in_lists(document: Document, forms: dict[str, str]) -> frozenset[int]:
    """The positions of the questions in lists of several of which none has one of the forms.

    A list that goes on with the number of the last question in the right form is none of its own.
    """
    lists: dict[int, list[Question]] = {}
    items = {block.first: block.parent for block in blocks(document.source) if block.kind == "item"}
    for question in document.questions:
        if question.kind in _ITEMS and question.line - 1 in items:
            lists.setdefault(items[question.line - 1], []).append(question)
    found = [
        group
        for group in lists.values()
        if len(group) > 1
        and not any(form_key(question.form) in forms for question in group)
        and not _goes_on(document, group[0], forms)
    ]
    return frozenset(question.position for group in found for question in group)


def _goes_on(document: Document, first: Question, forms: dict[str, str]) -> bool:
    """Whether a question has the number behind that of the last one in the right form above it."""
    above = [
        q.number for q in document.questions if q.position < first.position and form_key(q.form) in forms
    ]
    last = above[-1] if above else None
    return bool(last and first.number and first.number.value == (*last.value[:-1], last.value[-1] + 1))
