"""Where the count of a document's questions starts again."""

from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from dlqa_lint.model.bank import Number, Question
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

_COUNTED_APART = 3
"""Fewer numbers in a row are no count of their own. Set by hand."""

_ABOVE_ALL = 1_000_000
"""No question has so high a number."""

_USUAL = 2
"""This many sections before that start again show that a section does. Set by hand."""


_PART = regex(r"(?:\A|\n)[^\W\d_]{2,20} \d{1,2}\Z")
"""A line of a word and a number."""


def restarts_of(questions: Sequence[Question]) -> list[int]:
    """The indexes at which the count starts again at 0 or 1, and continues from there or in another place.

    A lazy list that something breaks starts again by accident: it is meant only in another place, or after
    a list that is counted by hand. Questions without a number between two with one are passed over.
    """
    found: list[int] = []
    behind = False
    lowest: tuple[int, ...] = (_ABOVE_ALL,)
    numbered = [(index, question.number) for index, question in enumerate(questions) if question.number]
    for (last, before), (index, number) in pairwise(numbered):
        lowest = min(lowest, before.value)
        behind = number.lazy and (behind or not before.lazy)
        if number.value[-1] > 1:
            found += [index] if _is_counted_apart(questions, index, lowest, others=len(found)) else []
            continue
        lazy = before.lazy and number.lazy
        elsewhere = _place(questions[index]) != _place(questions[last])
        apart = questions[index].section != questions[last].section
        if number.value > before.value or (number.value == before.value and not (lazy or apart)):
            continue
        if behind:
            meant = True
        elif lazy:
            meant = elsewhere or _ends_in_label(questions[index - 1])
        else:
            meant = (
                elsewhere or _ends_in_part(questions[index - 1]) or _goes_on(number, questions[index + 1 :])
            )
        if meant:
            found.append(index)
    return found


def _goes_on(first: Number, questions: Sequence[Question]) -> bool:
    """Whether the next question has the next number, or, where that is a slip, the one after it has its own."""
    following = islice((question.number for question in questions if question.number), 2)
    return any(number.value[-1] == first.value[-1] + place for place, number in enumerate(following, 1))


def _is_counted_apart(
    questions: Sequence[Question], index: int, lowest: tuple[int, ...], *, others: int
) -> bool:
    """Whether a section begins with a lower number above 1, and counts on from it.

    So it does where the other sections begin at 1 and this one has lost its first question, and where a file goes on
    with two counts of the file before, 122 to 168 and 16 to 22.
    """
    section = questions[index].section
    if section == questions[index - 1].section:
        return False
    following = (questions[at] for at in range(index, len(questions)))
    here = [q.number.value for q in takewhile(lambda q: q.section == section, following) if q.number]
    before = questions[index - 1].number
    counted = all(after[-1] == value[-1] + 1 and len(after) == 1 for value, after in pairwise(here))
    if len(here) < _COUNTED_APART or not counted or before is None or here[0] >= before.value:
        return False
    return others >= _USUAL or here[-1] < lowest


def _ends_in_label(question: Question) -> bool:
    """Whether the last line below a question names the list that follows (`**Practice**`, `And now:`)."""
    last = question.answer.text.rstrip().rpartition("\n")[2].strip() if question.answer else ""
    return last.endswith(tuple(marks.COLONS)) or (
        last.startswith(marks.STRONG_MARKS) and last.endswith(last[:2])
    )


def _ends_in_part(question: Question) -> bool:
    """Whether the last line below a question is no more than the name of a part: `Set 2`."""
    return question.answer is not None and _PART.search(question.answer.text.rstrip()) is not None


def _place(question: Question) -> tuple[int, str, int]:
    return question.section, question.kind, question.level
