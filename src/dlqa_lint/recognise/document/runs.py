"""Runs: which numbers belong together, what scheme they follow, and what readers see of a lazy list."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from dlqa_lint.model.bank import Number, Question, Run
from dlqa_lint.model.numbers import suffix_of, value_of
from dlqa_lint.model.question import ITEMS
from dlqa_lint.model.schema import Scope
from dlqa_lint.recognise.document.restarts import restarts_of
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.source import Span

_MANY_ALIKE = 4
"""This many equal numbers in a list are intended; two or three may be copied by mistake."""

_ALIKE = 0.8
"""The share of equal numbers from which the others are slips: one in five."""

_IDS = 8
"""Fewer numbers in no order are a count with mistakes. Set by hand."""

_FALLS = 3
"""Numbers of ids fall so often, and so many times for each time that they begin anew. Set by hand."""

_NEARLY_ALL = 0.9
"""The share of the numbers between the first and the last id that are there, each once. Set by hand."""

_COUNTED_ANEW = 2
"""Below so many headings a list begins with 1 where each list restarts; below one, that may be an answer."""


def numbers_of(
    candidates: Sequence[Candidate], blocks: Sequence[Block], others: Sequence[Candidate]
) -> list[Number | None]:
    """The number of each candidate; in lazy lists the rendered one.

    `others` are the list items that ask nothing (empty ones): the renderer counts them too.
    """
    lists: dict[int, list[tuple[Span, str]]] = {}
    for candidate in sorted([*candidates, *others], key=lambda c: c.span):
        if candidate.number.isdecimal() and candidate.kind in ITEMS:
            lists.setdefault(blocks[candidate.block].parent, []).append((candidate.span, candidate.number))
    lazy = {key for key, items in lists.items() if _is_left_to_count([number for _, number in items])}
    spelled = {number for key in lazy for _, number in lists[key]}
    lazy |= {key for key, items in lists.items() if len(items) == 1 and items[0][1] in spelled}
    rendered = {
        span: int(lists[key][0][1]) + index for key in lazy for index, (span, _) in enumerate(lists[key])
    }
    return [_number(candidate, rendered.get(candidate.span)) for candidate in candidates]


def _is_left_to_count(numbers: Sequence[str]) -> bool:
    """Whether the items of a list leave the counting to the renderer; a slip in a long list changes nothing.

    1. What is a noun?
    1. What is a verb?

    Nor do numbers that are right by their place, in a list of which half is left to count.
    """
    usual, most = Counter(numbers).most_common(1)[0]
    placed = sum(number in (usual, str(place)) for place, number in enumerate(numbers, int(numbers[0])))
    left = most >= _ALIKE * len(numbers) or (placed == len(numbers) and 2 * most >= len(numbers))
    return len(numbers) > 1 and (most == len(numbers) or (most >= _MANY_ALIKE and left))


def struck_numbers(withdrawn: Iterable[Candidate]) -> list[Number]:
    """The numbers that withdrawn questions carry."""
    return [number for candidate in withdrawn if (number := _number(candidate, None))]


def _number(candidate: Candidate, rendered: int | None) -> Number | None:
    if not candidate.number:
        return None
    spelling = candidate.number
    span = Span(candidate.number_at, candidate.number_at + len(spelling))
    return Number(
        spelling,
        (rendered,) if rendered is not None else value_of(spelling),
        suffix_of(spelling),
        span,
        rendered is not None,
    )


def learn_scope(questions: Sequence[Question]) -> Scope:
    """The numbering scheme that a document's numbers follow best."""
    questions = _outer(questions)
    values = [question.number.value for question in questions if question.number]
    if len(values) * 2 < len(questions) or not values:
        return "none"
    if sum(len(value) > 1 for value in values) * 2 > len(values):
        return "hierarchy"
    if _are_ids([value[-1] for value in values]):
        return "ids"
    restarts = restarts_of(questions)
    if not restarts:
        return "document"
    sections = {question.section for question in questions}
    starting = {questions[at].section for at in restarts} | {questions[0].section}
    at_sections = all(questions[at].section != questions[at - 1].section for at in restarts)
    return "section" if at_sections and len(starting) == len(sections) else "runs"


def _outer(questions: Sequence[Question]) -> list[Question]:
    """The questions without those whose count restarts inside others."""
    nested = {question.position for group in _lists_in_items(questions) for question in group}
    return _outside_headings([question for question in questions if question.position not in nested])


def _lists_in_items(questions: Sequence[Question]) -> list[list[Question]]:
    """The questions in lists inside items that ask: they begin with 1, or have no numbers.

    3. How often do you release?
       1. Who may press the button?
       2. What happens if it fails?
    4. How is work planned?
    """
    lists: list[list[Question]] = []
    holder: Question | None = None
    for question in questions:
        deeper = holder is not None and question.kind == "item" and question.level > holder.level
        if not deeper or holder is None or question.section != holder.section:
            holder = question if question.kind == "item" and question.number else None
            lists.append([])
        else:
            lists[-1].append(question)
    return [found for found in lists if found and (found[0].number is None or found[0].number.value == (1,))]


def _outside_headings(questions: Sequence[Question]) -> list[Question]:
    """The questions without those whose count restarts below each heading that asks.

    ## Question 1: Tides

    1. Why are there two a day?
    2. What is a neap tide?

    ## Question 2: Currents

    1. Where do they come from?
    """
    below: list[list[Question]] = []
    for question in questions:
        if question.kind == "heading":
            below.append([question])
        elif below and question.number:
            below[-1].append(question)
    counted = [
        group for group in below if len(group) > 1 and group[1].number and group[1].number.value == (1,)
    ]
    if len(counted) < _COUNTED_ANEW:
        return list(questions)
    inner = {question.position for group in below for question in group[1:]}
    return [question for question in questions if question.position not in inner]


def _are_ids(values: Sequence[int]) -> bool:
    """Whether the numbers are a nearly complete set in no order: stable ids of a document sorted by topic."""
    falls = sum(after < before for before, after in pairwise(values))
    restarts = sum(after <= 1 for after in values[1:])
    span = max(values) - min(values) + 1
    return (
        len(values) >= _IDS
        and falls >= _FALLS
        and restarts * _FALLS < falls
        and len(set(values)) >= _NEARLY_ALL * span
        and len(set(values)) >= _NEARLY_ALL * len(values)
    )


def runs_of(
    questions: Sequence[Question], scope: Scope, first: int | None, withdrawn: Iterable[Number]
) -> list[Run]:
    """The runs of a document under a numbering scheme, in document order.

    `withdrawn` are the numbers of questions that were struck out; each belongs to the run it is in.
    """
    outer = _outer(questions)
    counted = {question.position for question in outer}
    inner = [list(found) for below, found in groupby(questions, lambda q: q.position not in counted) if below]
    groups = sorted([*_groups(outer, scope), *inner], key=lambda group: group[0].position)
    starts_at = [group[0].span.start for group in groups]
    struck: list[list[Number]] = [[] for _ in groups]
    for number in withdrawn if groups else ():
        struck[max(bisect_right(starts_at, number.span.start) - 1, 0)].append(number)
    begin = 1 if first is None else first
    # Where another list is broken too, even two questions with number 1 are no slip.
    broken = sum(map(_is_all_ones, groups)) > 1
    return [
        Run(
            scope,
            Counter(question.form for question in group).most_common(1)[0][0],
            tuple(q.position for q in group),
            _is_lazy(group) or (broken and _is_all_ones(group)),
            begin,
            tuple(numbers),
        )
        for group, numbers in zip(groups, struck, strict=True)
    ]


def _groups(questions: Sequence[Question], scope: Scope) -> list[list[Question]]:
    """The questions that are counted together under a scheme."""
    groups: list[list[Question]] = []
    restarts = set(restarts_of(questions)) if scope in ("runs", "section") else set()
    for index, question in enumerate(questions):
        starts = not groups or (scope == "section" and question.section != questions[index - 1].section)
        if starts or (scope == "runs" and index in restarts):
            groups.append([question])
        else:
            groups[-1].append(question)
    return groups


def _is_lazy(group: Sequence[Question]) -> bool:
    """Whether the renderer numbers a run, and readers see it count on.

    Most of its numbers are lazy, or every one is spelled the same; but where something breaks a lazy list,
    its readers see the numbers start again.
    """
    numbers = [question.number for question in group if question.number]
    lazy = sum(number.lazy for number in numbers)
    broken = any(after.value <= before.value for before, after in pairwise(numbers) if after.lazy)
    same = len({number.spelling for number in numbers}) == 1 and all(q.kind in ITEMS for q in group)
    return bool(numbers) and (
        (lazy * 2 > len(numbers) and not broken) or (same and len(numbers) > 2 and not lazy)
    )


def _is_all_ones(group: Sequence[Question]) -> bool:
    """Whether a run has two questions or more, and each is the first item of a list of its own."""
    ones = [q.number for q in group if q.number and q.number.spelling == "1" and not q.number.lazy]
    return len(ones) == len(group) > 1 and all(q.kind in ITEMS for q in group)


def with_runs(questions: Sequence[Question], runs: Sequence[Run]) -> tuple[Question, ...]:
    """The questions, each knowing the index of its run."""
    owner = {position: index for index, run in enumerate(runs) for position in run.questions}
    return tuple(question._replace(run=owner.get(question.position, 0)) for question in questions)
