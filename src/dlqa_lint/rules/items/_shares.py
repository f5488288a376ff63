"""How likely it is that the keys of a document stand out by chance."""

from math import comb


def chance_of(successes: int, trials: int, chance: float) -> float:
    """How likely so many successes or more are among trials that succeed with a chance."""
    return sum(
        comb(trials, count) * chance**count * (1 - chance) ** (trials - count)
        for count in range(successes, trials + 1)
    )


UNLIKELY = 0.001
"""What comes about less often than that by chance has another reason: of a thousand even quizzes one is named."""

ENOUGH = 20
"""In fewer questions a habit cannot be told from chance."""
