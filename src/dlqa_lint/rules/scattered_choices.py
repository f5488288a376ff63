"""Quiz questions of files that hold so few that only the whole bank shows how their right options are told."""

from collections.abc import Sequence

from dlqa_lint.edits.linked_parts import FEW
from dlqa_lint.model.bank import Bank, Document, Question

_LEAST = 2


def choices_of(document: Document) -> list[Question]:
    """The questions that offer a choice."""
    return [q for q in document.questions if len(q.options) > 1 and not q.withdrawn]


def is_scattered(document: Document) -> bool:
    """Whether a document holds so few questions that only the whole bank shows a habit."""
    return len(document.questions) < FEW


def scattered_choices(bank: Bank) -> list[Question]:
    """The questions that offer a choice in all such documents of a bank."""
    return [q for document in bank.documents if is_scattered(document) for q in choices_of(document)]


def are_told(asked: Sequence[Question], *, by_letters: bool) -> bool:
    """Whether most of some questions tell which option is right, by a mark or by a letter in the answer as well."""
    told = sum(q.marked_option or (by_letters and bool(q.answer_letters)) for q in asked)
    return told >= _LEAST and told * 2 > len(asked)
