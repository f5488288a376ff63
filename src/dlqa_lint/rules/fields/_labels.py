"""Labelled lines that all questions but one have, and that no schema names: `Difficulty: easy`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.parsing import front_matter
from dlqa_lint.text.prose import prose
from dlqa_lint.text.source import Span

_FEWEST = 6
"""In fewer questions, a line that all but one have need not be a habit."""

_EMPHASIS = rf"(?:{marks.EMPHASIS})?"
_LABELLED = regex(
    rf"^[ \t>*+|-]{{0,8}}(?:<!--[ \t]*)?{_EMPHASIS}(?P<name>[^\W\d_][^\n{marks.COLONS}*_`|]{{1,24}})"
    rf"{_EMPHASIS}[ \t]{{0,2}}[{marks.COLONS}]{_EMPHASIS}[ \t]*(?P<value>[^\s`*_][^\n`]{{0,40}})$",
    re.MULTILINE,
)
_ANSWERING = frozenset((*vocabulary.ANSWER_LABELS, *vocabulary.REVEAL_LABELS, *vocabulary.QUESTION_LABELS))
"""Labels of what is asked and answered, which are not fields."""


class OwnedQuestion(NamedTuple):
    """A question with its document."""

    document: Document
    question: Question


class Lacking(NamedTuple):
    """A question without a field that `others` have, all of them."""

    name: str
    asked: OwnedQuestion
    others: int


def lacking(asked: Sequence[OwnedQuestion]) -> Iterator[Lacking]:
    """The questions that alone lack a labelled line.

    Its values come again in other questions, as those of metadata do: an explanation is another one each time.
    """
    if len(asked) < _FEWEST or not _may_lack(asked):
        return
    found = [_labels(one, prose(one.document.source)) for one in asked]
    names = dict.fromkeys(name for labels in found[:2] for name in labels)
    for name in names:
        values = [labels[name] for labels in found if name in labels]
        if len(values) == len(asked) - 1 and len(set(values)) * 2 <= len(values):
            alone = next(one for one, labels in zip(asked, found, strict=True) if name not in labels)
            yield Lacking(name, alone, len(values))


def _may_lack(asked: Sequence[OwnedQuestion]) -> bool:
    """Whether the lines of all questions but one may share a label, as far as lines tell that are not parsed.

    What is no prose hides labels and makes none, but a comment may stand in front of one or behind its value:
    a question with a comment may have any.
    """
    first = [labels for one in asked[:2] if (labels := _labels_of_lines(one)) is not None]
    if len(first) < 2:
        return True
    missing = dict.fromkeys((name for labels in first for name in labels), 0)
    for one in asked:
        labels = _labels_of_lines(one)
        if labels is not None:
            missing = {name: times + (name not in labels) for name, times in missing.items()}
            missing = {name: times for name, times in missing.items() if times <= 1}
        if not missing:
            return False
    return True


def _labels_of_lines(asked: OwnedQuestion) -> Mapping[str, str] | None:
    """The labelled lines of a question, in code or not; None where a comment may hide or show another one."""
    text, question = asked.document.source.text, asked.question
    below = question.span.end, max(question.body.end, question.span.end)
    commented = text.find("<!--", *below) >= 0 or text.find("-->", *below) >= 0
    return None if commented else _labels(asked, text)


def _labels(asked: OwnedQuestion, text: str) -> Mapping[str, str]:
    """The labelled lines of a question and their values, but for those that answer it; the first of a name.

    `text` is that of its document, perhaps with lines blanked out that are to be left alone.
    """
    source, question = asked.document.source, asked.question
    front = front_matter(source) if question.kind == "file" else Span(0, 0)
    end = max(question.body.end, question.span.end)
    found: dict[str, str] = {}
    for match in (
        *_LABELLED.finditer(source.text, *front),
        *_LABELLED.finditer(text, question.span.end, end),
    ):
        name = match["name"].strip()
        if vocabulary.bare(name) not in _ANSWERING:
            found.setdefault(name, match["value"].strip(" \t*_"))
    return found
