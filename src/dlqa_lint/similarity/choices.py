"""Options as evidence: quiz questions that offer the same choices, and take the same one for right."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from dlqa_lint.similarity.asked import Asked
from dlqa_lint.similarity.features import Features
from dlqa_lint.similarity.prepared import PreparedQuestion

_LEAST = 3  # options; yes and no, or two of anything, are offered by many questions
_MOST = 3  # questions that offer the same options; more are a series that asks something else each time
_TELLING = 4  # letters of an option that names something
_LEAST_SCORE = 0.15  # of the words; below it two questions of a series offer the same for two things


def same_choices(readings: Sequence[PreparedQuestion]) -> Iterator[tuple[int, int]]:
    """Places of questions that offer the same telling options and have the same key."""
    groups: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[int]] = {}
    for place, reading in enumerate(readings):
        asked = reading.asked
        if asked.right and len(asked.options) >= _LEAST and _tells(asked.options):
            groups.setdefault((reading.language, asked.options, asked.right), []).append(place)
    for group in groups.values():
        if len(group) <= _MOST:
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
