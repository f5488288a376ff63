"""What two questions are about and how they differ, in words that readers know."""

from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.word_overlap import Overlap

_ENOUGH = 0.4  # of the heaviest shared word's weight: lighter words do not name the subject
_MOST = 4
_MOST_DIFFERENT = 3


def subject(first: PreparedQuestion, second: PreparedQuestion, common: Overlap) -> tuple[str, ...]:
    """The words that name what both questions are about, in the order of the first."""
    surfaces = {**second.outline.surfaces, **first.outline.surfaces}
    named = sorted((-weight, word) for word, weight in common.shared.items() if word in surfaces)
    heavy = {word for weight, word in named[:_MOST] if -weight >= _ENOUGH * common.best}
    order = [*first.outline.subject, *second.outline.subject]
    return _merged(tuple(surfaces[word] for word in dict.fromkeys(order) if word in heavy))


def differences(reading: PreparedQuestion, only: tuple[str, ...]) -> tuple[str, ...]:
    """The words that only this question has."""
    return _merged(tuple(reading.outline.surfaces[word] for word in only))[:_MOST_DIFFERENT]


def _merged(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with overlapping pairs of characters put together again: 卷积 and 积神 are 卷积神."""
    made: list[str] = []
    for word in words:
        if made and not word.isascii() and len(word) == 2 and made[-1][-1] == word[0]:
            made[-1] += word[1]
        else:
            made.append(word)
    return tuple(made)
