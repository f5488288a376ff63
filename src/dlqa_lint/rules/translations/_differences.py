"""In what the questions of a translation differ from those of its original."""

from collections.abc import Iterator
from typing import NamedTuple

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.rules.translations._code import code_of, is_changed, points_of, untranslatable
from dlqa_lint.rules.translations._matching import Matching
from dlqa_lint.text.lazy_regex import regex

_BOX = regex(r"\[[ \t]*[^\s\]]?[ \t]*\](?![(\[:])")
_SHUFFLED = 0.1
_FEW = 2
"""Where more than a few keys or options, and a larger part, differ, the questions themselves are others."""


class Difference(NamedTuple):
    """A question of a translation that differs from its original in one thing, with both values."""

    matching: Matching
    ours: Question
    theirs: Question
    kind: str
    said: str = ""
    expected: str = ""


def differences(matching: Matching) -> Iterator[Difference]:
    """In what the questions of a translation differ; of each question only the first, which explains the others."""
    original, translation = matching.original, matching.translation
    answers = []
    for ours, theirs in matching.pairs:
        if is_changed(code_of(original, ours), code_of(translation, theirs)):
            yield Difference(matching, ours, theirs, "code")
        elif _differ_in_options(original, translation, ours, theirs):
            counts = str(len(theirs.options)), str(len(ours.options))
            answers.append(Difference(matching, ours, theirs, "number of options", *counts))
        elif _differ_in_key(ours, theirs):
            answers.append(Difference(matching, ours, theirs, "right answer", _labels(theirs), _labels(ours)))
        points = points_of(translation, theirs), points_of(original, ours)
        if all(points) and points[0] != points[1]:
            yield Difference(matching, ours, theirs, "number of points", *points)
    asked = sum(bool(ours.right and theirs.right) for ours, theirs in matching.pairs)
    if len(answers) <= max(_FEW, _SHUFFLED * asked):
        yield from answers


def _differ_in_options(original: Document, translation: Document, ours: Question, theirs: Question) -> bool:
    counts = len(ours.options), len(theirs.options)
    return (
        counts[0] != counts[1]
        and min(counts) > 1
        and _are_all_read(original, ours)
        and _are_all_read(translation, theirs)
    )


def _are_all_read(document: Document, question: Question) -> bool:
    """Whether each line of the list is an option; one with a broken box or without its label was read as none."""
    source = document.source
    first, last = (source.line_index(question.options[at].span.start) for at in (0, -1))
    while first > 0 and source.lines[first - 1].strip():
        first -= 1
    while last + 1 < len(source.lines) and source.lines[last + 1].strip():
        last += 1
    boxes = len(_BOX.findall(source.text, question.span.end, question.body.end))
    return last - first + 1 == len(question.options) and boxes in (0, len(question.options))


def _differ_in_key(ours: Question, theirs: Question) -> bool:
    """Whether other options are right, of which it is known that they are the same ones in both."""
    if len(ours.options) != len(theirs.options) or not (ours.right and theirs.right):
        return False
    if (
        [option.label for option in ours.options]
        == [option.label for option in theirs.options]
        != [""] * len(ours.options)
    ):
        return ours.right != theirs.right
    signs, signs_there = (
        [untranslatable(option.text) for option in question.options] for question in (ours, theirs)
    )
    meant = ours.right | theirs.right
    known = all(signs[at] and signs[at] == signs_there[at] and signs.count(signs[at]) == 1 for at in meant)
    return known and ours.right != theirs.right


def _labels(question: Question) -> str:
    return " and ".join(question.labels[at] for at in sorted(question.right))
