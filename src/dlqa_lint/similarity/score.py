"""From features to a score and a level.

Two logistic models with few coefficients: is it the same subject, and would one answer serve both?
"""

import math
from operator import mul

from dlqa_lint.similarity.asked import DUPLICATE, RELATED
from dlqa_lint.similarity.features import BROAD, Features, agreement
from dlqa_lint.similarity.language import ENGLISH, IDEOGRAPHIC
from dlqa_lint.similarity.overlap import Overlap
from dlqa_lint.similarity.reading import Reading

SAME_SUBJECT = Features(
    constant=-4.83,
    overlap=3.53,
    best=1.10,
    whole=0.84,
    facets=1.25,
    breadth=1.12,
    compare=-0.26,
    operands=-1.53,
    contrast=-3.05,
    names=-1.09,
    slot=-0.95,
    extends=-0.49,
    scope=-0.58,
    negated=-0.94,
    turned=-1.06,
)
"""Coefficients of the score."""

ONE_ANSWER = Features(
    constant=-7.59,
    overlap=3.39,
    best=1.24,
    whole=0.44,
    facets=3.16,
    breadth=0.57,
    compare=-0.52,
    operands=-2.00,
    contrast=-3.01,
    names=-1.07,
    slot=-0.90,
    extends=-1.17,
    scope=-1.19,
    negated=-2.06,
    turned=-4.02,
)
"""Coefficients of the odds that one answer serves both."""

RELATED_FROM = 0.27
"""The least score of a pair that is worth a look."""

DUPLICATE_FROM = 0.6
"""The least score of a duplicate."""

DUPLICATE_ODDS = 0.28
"""The least odds of one answer that make a duplicate."""


def logistic(coefficients: Features, features: Features) -> float:
    """The odds that the features speak for, 0..1."""
    return 1 / (1 + math.exp(-sum(map(mul, coefficients, features))))


BY_ANSWERS = 0.4
"""The score of a pair that only its answers speak for."""

_SIGNS_OVERLAP = (
    0.8  # least overlap of a duplicate in pairs of signs, which meet by chance more often than words
)


_FACETS_LEAST = 0.7
"""Below this, one asks what a thing is and the other what it is used for: good banks ask both on purpose."""


def judge(features: Features, language: str, threshold: float) -> tuple[float, str | None]:
    """The score of a pair, and its level."""
    if language not in (ENGLISH, *IDEOGRAPHIC):
        return _judge_plainly(features, threshold)
    value = logistic(SAME_SUBJECT, features)
    one_answer = logistic(ONE_ANSWER, features)
    enough = language == ENGLISH or features.overlap >= _SIGNS_OVERLAP
    alike = features.facets >= _FACETS_LEAST
    if one_answer >= DUPLICATE_ODDS and value >= threshold and enough and alike:
        return value, DUPLICATE
    return value, RELATED if value >= RELATED_FROM else None


def may_reach(least: float, first: Reading, second: Reading, common: Overlap) -> bool:
    """Whether a pair may score so much if nothing speaks against it: cheap, and enough to drop most pairs."""
    agreed: float = sum(map(mul, SAME_SUBJECT, agreement(first, second, common)))
    return agreed >= math.log(least / (1 - least))


def missing(count: int) -> float:
    """What overlap and best word must bring for a report when so many words are shared."""
    most = SAME_SUBJECT.constant + SAME_SUBJECT.facets + SAME_SUBJECT.breadth * count / BROAD
    return math.log(RELATED_FROM / (1 - RELATED_FROM)) - most


def _judge_plainly(features: Features, threshold: float) -> tuple[float, str | None]:
    """Without tables of a language only equal content words speak for a duplicate."""
    if features.whole and features.overlap > 0.99 and not features.contrast:
        return 0.9, DUPLICATE if threshold <= 0.9 else RELATED
    value = 0.5 * features.overlap * (1 - features.contrast)
    return value, RELATED if features.overlap >= 0.8 and not features.contrast and not features.slot else None
