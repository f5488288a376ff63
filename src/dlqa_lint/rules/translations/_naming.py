"""How the rules of this family name questions, and which of them they point to."""

from collections.abc import Sequence

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Place
from dlqa_lint.rule import place, quoted

_MOST = 8
"""How many runs of questions are named; a reader of that many will compare the documents."""
_ROW = 3
"""From this many neighbours on, only the first and last are named."""


def named(questions: Sequence[Question]) -> str:
    """Questions as messages list them: `44 and 150 to 155`, in words where they have no numbers."""
    rows = [_label(row) for row in _rows(questions)]
    if len(rows) > _MOST:
        return f"{', '.join(rows[:_MOST])} and others"
    return " and ".join(filter(None, (", ".join(rows[:-1]), rows[-1])))


def places(document: Document, questions: Sequence[Question], message: str) -> list[Place]:
    """The first question of each run of neighbours, as related places."""
    return [place(document, row[0], message) for row in _rows(questions)]


def _rows(questions: Sequence[Question]) -> list[list[Question]]:
    """Questions by runs of neighbours."""
    rows: list[list[Question]] = []
    for question in questions:
        if rows and question.position == rows[-1][-1].position + 1:
            rows[-1].append(question)
        else:
            rows.append([question])
    return rows


def _label(row: Sequence[Question]) -> str:
    """A run of neighbours by the numbers of its ends, or by the words of its first."""
    first, last = row[0], row[-1]
    if first.number and last.number:
        return (
            ", ".join(q.number.label for q in row if q.number)
            if len(row) < _ROW
            else f"{first.number.label} to {last.number.label}"
        )
    more = f" and the {len(row) - 1} after it" if len(row) > 1 else ""
    return quoted(first.plain_text) + more
