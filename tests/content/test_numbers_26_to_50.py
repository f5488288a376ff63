"""Every number of the answers 26 to 50 that can be computed is computed here."""

from collections.abc import Iterator
from itertools import product
from math import atan2, comb, degrees, hypot, isclose, log, sqrt
from statistics import fmean, pstdev, stdev

import pytest

from content_numbers import (
    Claim,
    check,
    claims_in,
    dense,
    says,
    softmax,
)


def question_26() -> Iterator[Claim]:
    yield says(26, "two hidden layers of 256 need «269,322»", dense(784, 256, 256, 10))
    yield says(26, "a single layer of 512 needs «407,050»", dense(784, 512, 10))


def question_27() -> Iterator[Claim]:
    yield says(27, "| 0.01 | «0.9» | «44» steps", 1 - 0.01 * 10, -(-log(0.01) // log(0.9)))
    yield says(27, "| 0.1 | «0» |", 1 - 0.1 * 10)
    yield says(27, "| 0.15 | «-0.5» |", 1 - 0.15 * 10)
    yield says(27, "| 0.21 | «-1.1» |", 1 - 0.21 * 10)


def valley_steps(rate: float, beta: float) -> int:
    """The steps until the error is a thousandth, on curvatures 1 and 100 from (1, 1)."""
    theta, velocity, steps = (1.0, 1.0), (0.0, 0.0), 0
    while hypot(*theta) > sqrt(2) / 1000:
        velocity = (beta * velocity[0] + theta[0], beta * velocity[1] + 100 * theta[1])
        theta = (theta[0] - rate * velocity[0], theta[1] - rate * velocity[1])
        steps += 1
    return steps


def steady_variance(rate: float, beta: float) -> float:
    """The variance that heavy ball on a quadratic of curvature 1 settles to, with gradient noise of variance 1.

    The iterates are an autoregression of order two with the coefficients `1 + beta - rate` and `-beta`.
    """
    first, second = 1 + beta - rate, -beta
    return rate**2 * (1 - second) / ((1 + second) * ((1 - second) ** 2 - first**2))


def question_28() -> Iterator[Claim]:
    plain, momentum = 99 / 101, (sqrt(100) - 1) / (sqrt(100) + 1)
    yield says(
        28,
        "takes «346» plain steps but «56» with",
        valley_steps(2 / 101, 0),
        valley_steps(4 / 121, (9 / 11) ** 2),
    )
    yield says(28, "these are «0.980» and «0.818»", plain, momentum)
    yield says(28, "of its standard deviation, «2.3» times", 1 / sqrt(1 - 0.9**2))
    yield says(
        28,
        r"a variance of «0.005» with plain SGD at $\eta = 0.01$, of «0.050» with $\beta = 0.9$ added, "
        r"and of «0.053» with plain SGD at $\eta = 0.1$",
        steady_variance(0.01, 0),
        steady_variance(0.01, 0.9),
        steady_variance(0.1, 0),
    )


def question_29() -> Iterator[Claim]:
    for a in (3, 0.3):
        lasso, ridge = max(a - 0.5, 0), a / 1.5
        yield says(29, rf"$a = {a}$ | «{lasso:g}» | «{ridge:g}» |", lasso, ridge)


def question_30() -> Iterator[Claim]:
    yield says(30, "a standard deviation of «0.0625»", sqrt(2 / 512))
    yield says(30, r"\times 0.0001 / 2} = «0.16»$", sqrt(512 * 0.01**2 / 2))
    yield says(30, r"about $10^{-«8»}$ of it", -round(log(0.16**10) / log(10)))


def question_31() -> Iterator[Claim]:
    places = 32 + 2 * 4 - 32 + 1
    yield says(31, r"gives $«81» \times 2 = «162»$ views", places**2, places**2 * 2)


def question_32() -> Iterator[Claim]:
    yield says(32, "about «2.30» for ten classes", log(10))
    target = [0.9 + 0.1 / 10, *[0.1 / 10] * 9]
    yield says(32, "no loss is below «0.50»", -sum(share * log(share) for share in target))


def mcnemar(won: int, lost: int) -> float:
    """How probable a fair coin makes a split at least as uneven, either way."""
    total = won + lost
    return min(1.0, 2 * sum(comb(total, count) for count in range(max(won, lost), total + 1)) * 0.5**total)


def question_33() -> Iterator[Claim]:
    yield says(33, "uncertain by about «1.9» points", 100 * 1.96 * sqrt(0.9 * 0.1 / 1000))
    yield says(33, "wins 10 and loses none, the exact test gives $p = «0.002»$", mcnemar(10, 0))
    yield says(33, "wins 60 and loses 50, the same one point, $p = «0.39»$", mcnemar(60, 50))


def question_34() -> Iterator[Claim]:
    precision, recall = 80 / (80 + 20), 80 / (80 + 40)
    yield says(34, "Precision is 80/100 = «0.80» and recall 80/120 = «0.67»", precision, recall)
    yield says(34, "Accuracy is «0.94»", (80 + 860) / 1000)
    yield says(34, r"\approx «0.73»", 2 * precision * recall / (precision + recall))
    yield says(34, "here $F_2$ is «0.69»", 5 * precision * recall / (4 * precision + recall))
    false = 9880 * 20 / 880
    yield says(34, "about «225» false positives and precision falls to «0.26»", false, 80 / (80 + false))


def question_35() -> Iterator[Claim]:
    folds = [0.84, 0.88, 0.81, 0.86, 0.86]
    yield says(35, "have mean «0.85» and standard deviation «0.026»", fmean(folds), stdev(folds))
    steady, wild = [1, 1, 2, 0, 1], [4, -3, 4, -3, 3]
    yield says(
        35,
        "gains of 1, 1, 2, 0 and 1 points (standard deviation «0.7») say something, "
        "those of 4, -3, 4, -3 and 3 (standard deviation «3.7»)",
        stdev(steady),
        stdev(wild),
    )
    assert fmean(steady) == fmean(wild) == 1, "the answer says one point on average"


def average_precision(ranks: list[int]) -> float:
    """The mean of the precisions at the ranks of the positives."""
    return fmean(above / rank for above, rank in enumerate(ranks, start=1))


def question_36() -> Iterator[Claim]:
    pairs = [high > low for high, low in product((0.9, 0.7, 0.4), (0.8, 0.3, 0.2))]
    yield says(36, "the AUC is «7»/«9», about «0.78»", sum(pairs), len(pairs), fmean(pairs))
    yield says(
        36,
        "«900» hits come with «10,000» false alarms, a precision of «8»%",
        900,
        1e6 * 0.01,
        100 * 900 / 10_900,
    )
    others = [*range(20, 60, 5)]
    before = average_precision([2, *others, 101])
    yield says(
        36,
        "With ten positives, lifting the first from rank 2 to 1 adds «0.05» to the average precision, "
        "the usual estimate of that area, and lifting the last from rank 101 to 100 adds «0.0001»;",
        average_precision([1, *others, 101]) - before,
        average_precision([2, *others, 100]) - before,
    )


def question_37() -> Iterator[Claim]:
    yield says(37, "from a cross-entropy of «0.105» to «0.001»", -log(0.9), -(0.1**2) * log(0.9))
    yield says(37, "the share of positives, here «0.01»;", 10 / 1000)
    yield says(37, "of batches of 32, «72»% hold none", 100 * 0.99**32)
    yield says(37, "all classes, «0.5» for the model that never says fraud", fmean([0, 1]))
    yield says(37, "only drops from «2.30» to «1.87»", -log(0.1), -(0.9**2) * log(0.1))
    odds = 10 * 0.01 / 0.99
    skewed = odds / (1 + odds)
    yield says(37, "with $r = 10$, a probability of 1% comes out as «9»%", 100 * skewed)
    assert isclose(skewed / (skewed + 10 * (1 - skewed)), 0.01), "the answer turns it back"


def question_38() -> Iterator[Claim]:
    yield says(38, "shrinks to «37»% of its value in 10,000 steps", 100 * (1 - 0.001 * 0.1) ** 10_000)


def question_39() -> Iterator[Claim]:
    losses = [0.52, 0.44, 0.41, 0.40, 0.42, 0.41, 0.43]
    best = losses.index(min(losses)) + 1
    yield says(39, "stops after epoch «7» and returns the weights of epoch «4»", best + 3, best)
    yield says(
        39,
        r"100 steps correspond to $\lambda \approx «1»$ and 10,000 steps to «0.01»",
        1 / (0.01 * 100),
        1 / (0.01 * 10_000),
    )


def question_40() -> Iterator[Claim]:
    warm = softmax([2 / 2, 1 / 2, 0.1 / 2])
    yield says(40, "give («0.66», «0.24», «0.10»)", *softmax([2, 1, 0.1]))
    gaps = 60 * abs(0.80 - 0.90) + 40 * abs(0.65 - 0.60)
    yield says(40, "and 40 at 0.60 in 65%, it is «0.08»", gaps / 100)
    yield says(40, "which is «0.1» if a miss costs nine times as much", 1 / (1 + 9))
    yield says(40, "and («0.50», «0.30», «0.19») at $T = 2$", *warm)


def question_41() -> Iterator[Claim]:
    yield says(41, r"which is $h^2$ at $p = 0.5$ and $«0.11» h^2$", 0.1 / 0.9)


def question_42() -> Iterator[Claim]:
    norm = hypot(3, 4)
    yield says(42, "has norm «5»; with $c = 1$ it becomes («0.6», «0.8»)", norm, 3 / norm, 4 / norm)
    yield says(42, "from «53» to «45» degrees", degrees(atan2(4, 3)), degrees(atan2(1, 1)))
    yield says(42, "scale it by about «17,000»", 1.05**200)


def uncorrected(step: int) -> float:
    """How much too long a step of Adam is without the corrections of bias, under a constant gradient."""
    return float((1 - 0.9**step) / sqrt(1 - 0.999**step))


def question_43() -> Iterator[Claim]:
    yield says(
        43,
        "«3.2» times at step 1, «6.6» times at step 12, «3.2» times at step 100 and «1.26» times at step 1,000",
        *map(uncorrected, (1, 12, 100, 1000)),
    )
    yield says(43, r"PyTorch's 0.1 at $\eta = 0.001$ is the paper's «0.0001»", 0.001 * 0.1)
    yield says(43, "7 billion parameters take «56» GB, and about «14» GB in 8 bits", 2 * 4 * 7, 2 * 7)
    yield says(43, "4096 by 4096, «8,192» numbers in place of «16,777,216»", 2 * 4096, 4096**2)


def question_44() -> Iterator[Claim]:
    tokens = 20 * 7e9
    work = 6 * 7e9 * tokens
    yield says(
        44,
        r"would take «140» billion tokens (models meant for cheap use get far more), "
        r"or $«5.9» \times 10^{21}$ operations",
        tokens / 1e9,
        work / 1e21,
    )
    yield says(44, "«2.7» days on 64 accelerators", work / (64 * 4e14) / 86_400)
    state = 2 + 2 + 4 + 8
    yield says(44, "«16» bytes per parameter: «112» GB for that model", state, state * 7)
    yield says(44, "«1.75» GB on each of 64 devices", state * 7 / 64)
    yield says(
        44, "with 4 stages and 16 small batches each stage waits «16»% of the time", 100 * 3 / (16 + 3)
    )


def question_45() -> Iterator[Claim]:
    kept = 1 / 256 + 1 / 3**2
    yield says(45, "that is «0.115», or «8.7» times fewer", kept, 1 / kept)
    cache = 8192 * 32 * 32 * 128 * 2 * 2 / 2**30
    yield says(45, "takes «4» GiB; if four heads share keys and values, «1» GiB", cache, cache / 4)
    yield says(45, "cuts «14» GB to about «3.5» GB", 7 * 2, 7 / 2)


def question_46() -> Iterator[Claim]:
    rungs = [(27, 1), (9, 3), (3, 9), (1, 27)]
    epochs = sum(count * (until - since) for (count, until), since in zip(rungs, (0, 1, 3, 9), strict=True))
    yield says(46, "take «81» epochs instead of «729»", epochs, 27 * 27)
    yield says(46, "with probability «0.95»", 1 - 0.95**60)


def question_47() -> Iterator[Claim]:
    yield says(47, r"$0.95^{20} \approx «0.36»$", 0.95**20)


def question_48() -> Iterator[Claim]:
    yield says(
        48, r"this is $«0.44» \sigma^2$ and with $M = 50$ $«0.31» \sigma^2$", 0.3 + 0.7 / 5, 0.3 + 0.7 / 50
    )
    yield says(48, "are each 80% correct reach «89.6»%", 100 * (0.8**3 + 3 * 0.8**2 * 0.2))
    agree = 0.8**2 + 0.2**2
    yield says(48, "are right in «94»% of the cases in which they agree", 100 * 0.8**2 / agree)


def question_49() -> Iterator[Claim]:
    yield says(49, r"$0.25^{10} \approx 10^{-«6»}$", -round(log(0.25**10) / log(10)))


def tokens_per_parameter(work: float, a: float, b: float, alpha: float, beta: float) -> float:
    """The ratio with the lowest a / N ** alpha + b / D ** beta for 6 * N * D operations: there its slope is zero."""
    parameters = float((alpha * a / (beta * b) * (work / 6) ** beta) ** (1 / (alpha + beta)))
    return work / 6 / parameters**2


def question_50() -> Iterator[Claim]:
    refitted = 482.01, 2085.43, 0.3478, 0.3658
    a, b, alpha, beta = refitted
    yield says(
        50, r"1.8172 + \frac{«482.01»}{N^{«0.3478»}} + \frac{«2085.43»}{D^{«0.3658»}}$$", a, alpha, b, beta
    )

    def loss(parameters: float, tokens: float) -> float:
        return 1.8172 + a / float(parameters**alpha) + b / float(tokens**beta)

    work = 6 * 7e9 * 140e9
    rewards = [1, 1, 0, 0, 0, 0, 0, 0]
    mean, spread = fmean(rewards), pstdev(rewards)
    yield says(50, "1.4 trillion tokens that is «1.97»", loss(70e9, 1.4e12))
    yield says(50, "at about the same cost, it is «2.00»", loss(280e9, 300e9))
    yield says(50, r"$«5.9» \times 10^{21}$ operations, the best split", work / 1e21)
    yield says(50, "the best split is «21» tokens per parameter", tokens_per_parameter(work, *refitted))
    yield says(50, "would say «59», which contradicts", tokens_per_parameter(work, 406.4, 410.7, 0.34, 0.28))
    yield says(50, "the mean is «0.25» and the (population) standard deviation «0.43»", mean, spread)
    yield says(50, "get +«1.73» and the others «-0.58»", (1 - mean) / spread, -mean / spread)


@pytest.mark.parametrize(("number", "phrase", "values"), claims_in(globals()))
def test_a_number_is_what_comes_out(number: int, phrase: str, values: tuple[float, ...]) -> None:
    check(number, phrase, values)
