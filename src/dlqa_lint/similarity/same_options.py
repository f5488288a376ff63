"""Options as evidence: quiz questions that offer the same choices, and take the same one for right."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import combinations

from dlqa_lint.similarity.asked import Asked
from dlqa_lint.similarity.features import Features
from dlqa_lint.similarity.prepared import PreparedQuestion

_LEAST = 3  # options; yes and no, or two of anything, are offered by many questions
_SERIES = 3  # questions with the same options; so many may be a series that asks something else each time
_TELLING = 4  # letters of an option that names something
_LEAST_SCORE = 0.15  # of the words; below it two questions of a series offer the same for two things


def usual_sets(questions: Iterable[Asked]) -> frozenset[tuple[str, ...]]:
    """The sets of options that several questions of a bank offer, and not all with the same right one.

    Where "Basic, Business, Enterprise" is the choice time and again, it tells nothing about two of the questions.
    """
    asked: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}
    for question in questions:
        if question.options:
            asked.setdefault(question.options, {})[question.text.casefold()] = question.right
    return frozenset(
        options
        for options, rights in asked.items()
        if len(rights) >= _SERIES and len(set(rights.values())) > 1
    )


def same_options(
    readings: Sequence[PreparedQuestion], usual: Container[tuple[str, ...]]
) -> Iterator[tuple[int, int]]:
    """Places of questions that offer the same telling options, no usual set, and have the same key."""
    groups: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[int]] = {}
    for place, reading in enumerate(readings):
        asked = reading.asked
        offers = len(asked.options) >= _LEAST and _tells(asked.options) and asked.options not in usual
        if asked.right and offers:
            groups.setdefault((reading.language, asked.options, asked.right), []).append(place)
    for group in groups.values():
        if len(group) <= _SERIES:
            yield from combinations(group, 2)


def speaks_for(features: Features, score: float) -> bool:
    """Whether the words of two questions with the same options and key let them be one."""
    return score >= _LEAST_SCORE and not (features.contrast or features.negated or features.turned)


def reworded(first: Asked, second: Asked) -> tuple[str, str] | None:
    """The one option that two questions of the same words do not share, in both; None for more than one."""
    if (
        len(first.options) != len(second.options)
        or len(first.options) < _LEAST
        or _rest(first) != _rest(second)
    ):
        return None
    ours, theirs = _less(first.options, second.options), _less(second.options, first.options)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    same_key = _less(first.right, ours) == _less(second.right, theirs)
    return (ours[0], theirs[0]) if same_key else None


def _less(options: Sequence[str], others: Sequence[str]) -> list[str]:
    return [option for option in options if option not in others]


def _rest(asked: Asked) -> list[str]:
    """What a question shows beside its options."""
    lines = asked.body.split("\n")
    return lines[: len(lines) - len(asked.options)]


def _tells(options: Sequence[str]) -> bool:
    """Whether most options name something: not the numbers and letters that all questions offer."""
    telling = sum(sum(map(str.isalpha, option)) >= _TELLING for option in options)
    return 2 * telling > len(options)
