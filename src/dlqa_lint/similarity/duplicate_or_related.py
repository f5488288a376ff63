"""Whether two questions are duplicates, related or neither: from their features to a score and a level.

Two logistic models with few coefficients: is it the same subject, and would one answer serve both? What has been
measured comes from `features` and `word_overlap`; nothing is decided there.
"""

import math
from enum import Enum
from operator import mul

from dlqa_lint.similarity import tables
from dlqa_lint.similarity.asked import DUPLICATE, RELATED
from dlqa_lint.similarity.facets import likeness
from dlqa_lint.similarity.features import BROAD, Features, agreement
from dlqa_lint.similarity.nearness import fusions
from dlqa_lint.similarity.prepared import PreparedQuestion
from dlqa_lint.similarity.snowball import TABLED
from dlqa_lint.similarity.text_language import ENGLISH, IDEOGRAPHIC
from dlqa_lint.similarity.word_overlap import Overlap


def _coefficients(column: int) -> Features:
    rows = (line.split() for line in tables.lines("coefficients"))
    return Features(**{name: float(values[column]) for name, *values in rows})


class Rest(Enum):
    """What two questions say beyond their common subject."""

    NONE = "none"
    """Nothing, or what may go without saying."""
    ONE = "one"
    """One of them names more."""
    BOTH = "both"
    """Each says something that the other does not."""
    ASKED = "asked"
    """One asks for something that the other does not name: "in which organelle"."""


SAME_SUBJECT = _coefficients(0)
"""Coefficients of the score."""

ONE_ANSWER = _coefficients(1)
"""Coefficients of the odds that one answer serves both."""

RELATED_FROM = 0.27
"""The least score of a pair that is worth a look."""

DUPLICATE_FROM = 0.55
"""The least score of a duplicate; on the labelled pairs all that stood between it and 0.6 was right."""

DUPLICATE_ODDS = 0.28
"""The least odds of one answer that make a duplicate."""

LENIENT_ODDS = 0.2
"""The same where a sentence-embedding model helps, cross-validated among 0.15, 0.2, 0.24 and 0.28; and where questions
in another language than English want the same in other words."""


def logistic(coefficients: Features, features: Features) -> float:
    """The odds that the features speak for, 0..1."""
    return 1 / (1 + math.exp(-sum(map(mul, coefficients, features))))


BY_ANSWERS = 0.4
"""The score of a pair that only its answers speak for."""

_NEARLY_ALL = 0.75
"""The share from which nothing of the subject may be left over."""

_BOTH_LEAST = 0.7
"""The least score of a duplicate of which each question says something that the other does not. Of fifteen
such pairs of public banks below it one was right, of six from it on three."""

_FACETS_LEAST = 0.7
"""Below this, one asks what a thing is and the other what it is used for: good banks ask both on purpose."""


_REST_LEAST = 0.75
"""The least overlap of a duplicate in another language than English of which each question says something that the
other does not: of eleven pairs of public banks below it two were right, of three from it on all."""

_WISHES_LEAST = 0.9
"""Where more than the words of one question is left over, both want to know the same, or nearly."""


_NARROWS = 0.95
"""A word that weighs more, compared with the heaviest that both have, narrows the subject. In other languages than
English the lower odds let seven more pairs of public banks through below it, of which none asks for two things."""

_BESIDE = 0.3
"""From which slot on words that are beside the same word stand for two things."""


def judge(
    features: Features,
    language: str,
    threshold: float,
    *,
    rest: Rest,
    in_other_words: bool,
    nearness: float | None = None,
) -> tuple[float, str | None]:
    """The score of a pair, and its level; a sentence-embedding model may say how near the meanings are."""
    if language not in (ENGLISH, *IDEOGRAPHIC, *TABLED):
        return _judge_plainly(features, threshold)
    value, one_answer = _odds(features, nearness)
    if language == ENGLISH:
        enough = rest != Rest.ASKED and (rest != Rest.BOTH or value >= _BOTH_LEAST)
    else:
        enough = _may_go_unsaid(features, language, rest, in_other_words)
    alike = features.facets >= _FACETS_LEAST and not (features.negated or features.turned)
    lenient = nearness is not None or _want_the_same(features, language, in_other_words)
    least = LENIENT_ODDS if lenient else DUPLICATE_ODDS
    if one_answer >= least and value >= threshold and enough and alike:
        return value, DUPLICATE
    return value, RELATED if value >= RELATED_FROM else None


def _odds(features: Features, nearness: float | None) -> tuple[float, float]:
    """The odds that two questions are about the same subject, and that one answer serves both."""
    if nearness is None:
        return logistic(SAME_SUBJECT, features), logistic(ONE_ANSWER, features)
    same, one = fusions()
    log_odds = (sum(map(mul, model, features)) for model in (SAME_SUBJECT, ONE_ANSWER))
    first, second = (fusion.of(words, nearness) for fusion, words in zip((same, one), log_odds, strict=True))
    return _chance(first), _chance(second)


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _may_go_unsaid(features: Features, language: str, rest: Rest, in_other_words: bool) -> bool:
    """Whether what is left over may make no difference, in another language than English.

    In ideographic languages nothing tells whether a word narrows the one beside it. Where no pattern says that
    two things are asked for, what is left over may be another way to say the same.
    """
    if rest == Rest.NONE:
        return True
    if rest == Rest.ASKED or features.facets < _WISHES_LEAST:
        return False
    if rest == Rest.ONE:
        most = _NARROWS if features.facets == 1 else 0.0
        return language not in IDEOGRAPHIC or (in_other_words and features.extends <= most)
    return in_other_words and features.overlap >= _REST_LEAST


def _want_the_same(features: Features, language: str, in_other_words: bool) -> bool:
    """Whether both ask the same of a subject that nothing weighty narrows, in another language and other words."""
    narrowed = features.extends > _NARROWS or features.slot > _BESIDE
    return language != ENGLISH and in_other_words and features.facets == 1 and not narrowed


class Demand:
    """What a pair needs for a level, as far as it can be told before the words that differ are looked at."""

    def __init__(
        self, level: str, threshold: float = DUPLICATE_FROM, *, helped: bool = False, lenient: bool = False
    ) -> None:
        """Demand at least this level; duplicates need the threshold, where a model helps after what it may add.

        The odds may be `lenient` where a question is in another language than English.
        """
        self._least_alike = _FACETS_LEAST if level == DUPLICATE else 0.0
        odds = LENIENT_ODDS if helped or lenient else DUPLICATE_ODDS
        models = [(SAME_SUBJECT, _log_odds(threshold)), (ONE_ANSWER, _log_odds(odds))]
        if level != DUPLICATE:
            models = [(SAME_SUBJECT, _log_odds(min(RELATED_FROM, threshold)))]
        if helped:
            models = [
                (model, min(least, fusion.needed(least)))
                for (model, least), fusion in zip(models, fusions(), strict=False)
            ]
        self._models = tuple(models)

    def likeness(self, first: tuple[str, ...], second: tuple[str, ...]) -> float:
        """How far one answer serves what two questions want to know, 0 if it is too little."""
        alike = likeness(first, second)
        return alike if alike >= self._least_alike else 0.0

    def may_be_met(self, share: float, best: float, count: int, alike: float) -> bool:
        """Whether a pair that shares so much may reach the level if nothing speaks against it."""
        share, shared = min(1.0, share), min(count, BROAD) / BROAD
        for model, least in self._models:
            odds = model.constant + model.overlap * share + model.best * best
            odds += model.facets * alike + model.breadth * shared
            if odds + (model.whole if share >= _NEARLY_ALL else 0.0) < least:
                return False
        return True

    def may_reach(self, first: PreparedQuestion, second: PreparedQuestion, common: Overlap) -> bool:
        """Whether a pair may reach the level if nothing speaks against it: drops most pairs cheaply."""
        seen = agreement(first, second, common)
        return all(sum(map(mul, model, seen)) >= least for model, least in self._models)


def _log_odds(chance: float) -> float:
    within = min(max(chance, 1e-9), 1 - 1e-9)
    return math.log(within / (1 - within))


def _judge_plainly(features: Features, threshold: float) -> tuple[float, str | None]:
    """Without tables of a language only equal content words speak for a duplicate."""
    if features.whole and features.overlap > 0.99 and not features.contrast:
        return 0.9, DUPLICATE if threshold <= 0.9 else RELATED
    value = 0.5 * features.overlap * (1 - features.contrast)
    return value, RELATED if features.overlap >= 0.8 and not features.contrast and not features.slot else None
