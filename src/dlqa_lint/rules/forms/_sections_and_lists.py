"""The company that questions keep: sections and lists that another form would take them out of."""

from bisect import bisect_left
from collections.abc import Sequence

from dlqa_lint.links.targets import heading_above
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.form import form_key, parse_form
from dlqa_lint.model.question import HEADINGS, ITEMS
from dlqa_lint.text.blocks import blocks


def leaves_its_section(document: Document, question: Question, template: str) -> bool:
    """Whether a question would become a heading of its section's level, and end it.

    ## Quick ones

    **Q: Can a knot slip?**

    Below a heading that asks it is in no section of its own any more. A heading without a number that is below
    another question, and would become as high, may go on with it.
    """
    form = parse_form(template)
    if question.kind == form.kind == "heading" and question.number is None and question.level > form.level:
        return _is_below_a_question(document, question, form.level)
    section = document.sections[question.section] if question.section >= 0 else None
    if form.kind != "heading" or section is None or section.level < form.level:
        return False
    if question.kind == "heading" and question.level <= form.level:
        return False
    above = (q for q in document.questions if section.span.start < q.span.start < question.span.start)
    return all(q.kind not in HEADINGS for q in above)


def _is_below_a_question(document: Document, question: Question, level: int) -> bool:
    """Whether the heading that a question is below is a question of a level."""
    nearest = heading_above(document, question)
    return nearest is not None and nearest.level == level and nearest.question is not None


def is_below_its_peer(document: Document, question: Question, template: str) -> bool:
    """Whether a heading is in a part that is named by a heading as high as the questions should be.

    ## Money

    ### Fees

    #### How high is the fee?

    ### Who checks the books?
    """
    form = parse_form(template)
    if question.kind != "heading" or form.kind != "heading" or question.level != form.level + 1:
        return False
    nearest = heading_above(document, question)
    return nearest is not None and nearest.level == form.level and nearest.question is None


def would_be_alone_in_a_list(document: Document, question: Question, template: str) -> bool:
    """Whether a question without a number would become an item, and no other question is in its section.

    ## The question

    **Why do knots slip?**

    ## Follow-ups

    - Which knots hold?
    - Which can be untied?
    """
    if question.kind in ITEMS or question.number or parse_form(template).kind not in ITEMS:
        return False
    # The questions of a section follow each other: those beside one tell whether it is alone.
    beside = document.questions[max(question.position - 1, 0) : question.position + 2]
    return question.section >= 0 and sum(other.section == question.section for other in beside) == 1


def apart_in_lists(document: Document, forms: dict[str, str]) -> frozenset[int]:
    """The positions of the questions in lists of several of which none has one of the forms.

    A list that continues the number of the last question in the right form is not a list of its own.
    """
    lists: dict[int, list[Question]] = {}
    items = {block.first: block.parent for block in blocks(document.source) if block.kind == "item"}
    for question in document.questions:
        if question.kind in ITEMS and question.line - 1 in items:
            lists.setdefault(items[question.line - 1], []).append(question)
    right = [question for question in document.questions if form_key(question.form) in forms]
    known = {question.position for question in right}
    return frozenset(
        question.position
        for group in lists.values()
        if len(group) > 1 and not any(q.position in known for q in group) and not _goes_on(group[0], right)
        for question in group
    )


def _goes_on(first: Question, right: Sequence[Question]) -> bool:
    """Whether a question has the number that follows that of the last one in the right form above it."""
    at = bisect_left(right, first.position, key=lambda question: question.position)
    last = right[at - 1].number if at else None
    return bool(last and first.number and first.number.value == (*last.value[:-1], last.value[-1] + 1))
