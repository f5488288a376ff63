"""Every number of the answers 1 to 25 that can be computed is computed here."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import log, sqrt, tanh
from statistics import fmean, pstdev

import pytest

from content_bank import answer
from content_numbers import (
    GRID,
    Claim,
    check,
    claims_in,
    dense,
    gelu,
    relu,
    says,
    sigmoid,
    softmax,
    steepest,
    swish,
)


def question_1() -> Iterator[Claim]:
    yield says(1, "has «150,528» numbers", 224 * 224 * 3)


def question_3() -> Iterator[Claim]:
    yield says(3, "give $z = 0.5 - 0.5 + 0.1 = «0.1»$", 1 * 0.5 + 2 * -0.25 + 0.1)
    yield says(3, "each unit would need «150,528» weights", 224 * 224 * 3)
    yield says(3, "$m(n + 1)$ parameters, «7,850» for 784 inputs and 10 outputs", 10 * (784 + 1))


def question_4() -> Iterator[Claim]:
    for name, function, lowest in (
        ("GELU", gelu, min(map(gelu, GRID))),
        ("SiLU", swish, min(map(swish, GRID))),
    ):
        text = answer(4).text
        (low, slope, at_two) = re.findall(rf"\| {name}.*\[(-[\d.]+), ∞\) \| ([\d.]+) \| ([\d.]+) \|", text)[0]
        yield says(4, f"[«{low}», ∞) | «{slope}» | «{at_two}» |", lowest, steepest(function), function(2))
    yield says(4, "(0, 1) | «0.25» | «0.881» |", steepest(sigmoid), sigmoid(2))
    yield says(4, "(-1, 1) | «1» | «0.964» |", steepest(tanh), tanh(2))


def question_5() -> Iterator[Claim]:
    x, y, w1, w2 = 2.0, 1.0, 0.5, 3.0
    hidden = relu(w1 * x)
    error = w2 * hidden - y
    yield says(
        5, "the hidden value is «1», the prediction «3» and the loss «2»", hidden, w2 * hidden, error**2 / 2
    )
    yield says(
        5,
        r"that of $w_2$ is $2 \cdot 1 = «2»$ and that of $w_1$ is $2 \cdot 3 \cdot 2 = «12»$",
        error * hidden,
        error * w2 * x,
    )
    w1, w2 = w1 - 0.01 * error * w2 * x, w2 - 0.01 * error * hidden
    yield says(
        5,
        "gives $w_1 = «0.38»$ and $w_2 = «2.98»$, and the loss falls from 2 to «0.80»",
        w1,
        w2,
        (w2 * relu(w1 * x) - y) ** 2 / 2,
    )


def question_8() -> Iterator[Claim]:
    rows = [("Too simple: always says 2", 2.0, 0.0), ("Too flexible", 3.0, 0.8), ("Regularized", 2.7, 0.2)]
    for name, mean, variance in rows:
        bias = (mean - 3) ** 2
        phrase = f"| {name} | {mean} | «{bias:.2f}» | {variance:.2f} | «{bias + variance + 1:.2f}» |"
        yield says(8, phrase, bias, bias + variance + 1)


def question_6() -> Iterator[Claim]:
    yield says(6, "ten layers leave «0.001» of it", 0.5**10)
    yield says(6, "make it «58» times as long", 1.5**10)
    yield says(
        6, "at most «0.25», so the slopes alone cost a factor of at least a million", steepest(sigmoid)
    )


def question_9() -> Iterator[Claim]:
    yield says(9, "on a color image has «1,792» parameters", 64 * (3 * 3 * 3 + 1))
    yield says(9, "on 224 by 224 pixels has «9,633,856»", dense(224 * 224 * 3, 64))
    yield says(9, "five layers see «11» by «11» pixels", 1 + 5 * 2, 1 + 5 * 2)


def question_10() -> Iterator[Claim]:
    parts = [3 * 3 * 3 * 32, 2 * 32, 3 * 3 * 32 * 64, 2 * 64, dense(64, 10)]
    yield says(10, "32 × 32 × 32 | «864» |", parts[0])
    yield says(10, "32 × 32 × 32 | «64» |", parts[1])
    yield says(10, "16 × 16 × 64 | «18,432» |", parts[2])
    yield says(10, "16 × 16 × 64 | «128» |", parts[3])
    yield says(10, "| 10 | «650» |", parts[4])
    yield says(10, "That makes «20,138» parameters", sum(parts))


def question_11() -> Iterator[Claim]:
    side = (224 - 2) // 2 + 1
    yield says(11, r"into $«112» \times «112» \times 64$", side, side)
    yield says(11, "becomes 512 values instead of the «25,088»", 7 * 7 * 512)


def question_12() -> Iterator[Claim]:
    yield says(
        12,
        "become $(«4», «0», «8»)$",
        *(mask / 0.5 * value for mask, value in zip((1, 0, 1), (2, -1, 4), strict=True)),
    )


def question_13() -> Iterator[Claim]:
    values = [2, 4, 6, 8]
    mean, variance = fmean(values), pstdev(values) ** 2
    yield says(13, "have mean «5» and variance «5»", mean, variance)
    yield says(13, "would make it «1.4» below", 0.9 * 1 + 0.1 * variance)
    yield says(
        13,
        "about «-1.34», «-0.45», «0.45» and «1.34»",
        *((value - mean) / sqrt(variance) for value in values),
    )


def question_14() -> Iterator[Claim]:
    whole, low = 4096 * 4096, 8 * (4096 + 4096)
    convolutions = [7 * 7 * 3 * 64]
    for given, out in pairwise((64, 64, 128, 256, 512)):
        convolutions += [9 * given * out, *[9 * out * out] * 3, given * out * (given != out)]
    norms = 2 * (64 + 4 * (64 + 128 + 256 + 512) + 128 + 256 + 512)
    yield says(14, "the frozen backbone has about «11.2» million", (sum(convolutions) + norms) / 1e6)
    yield says(14, "ResNet-18 has «2,565» parameters", dense(512, 5))
    yield says(
        14, "trains «65,536» numbers instead of «16,777,216», which is «0.39»%", low, whole, 100 * low / whole
    )


def question_15() -> Iterator[Claim]:
    yield says(15, "keeps «2» KB of hidden state", 512 * 4 / 1024)
    yield says(15, "needs about «41» MB after 10,000 steps", 2 * 512 * 4 * 10_000 / 1e6)


def question_16() -> Iterator[Claim]:
    inner, outer = 20 * (10 + 20 + 1), dense(20, 5)
    yield says(16, "that is «620» + «105» = «725»", inner, outer, inner + outer)
    yield says(16, "and counts «745»", inner + 20 + outer)
    first = tanh(1)
    second = tanh(0.5 * first)
    yield says(16, "The states are «0.762», «0.363» and «0.180»", first, second, tanh(0.5 * second))


def question_17() -> Iterator[Claim]:
    yield says(17, "leaves «0.000027» after 100 steps", 0.9**100)
    yield says(17, "a factor of 1.1 gives about «13,800»", 1.1**100)


def question_18() -> Iterator[Claim]:
    plain = 256 * (128 + 256 + 1)
    yield says(18, "256 units | «98,560» | «394,240» (four times)", plain, 4 * plain)
    yield says(18, "«295,680» for the sizes above", 3 * plain)
    yield says(18, "counts «98,816» and «395,264»", plain + 256, 4 * (plain + 256))
    yield says(
        18,
        "keeps «37»% of it after 100 steps, but «0.004»% after 1,000",
        100 * 0.99**100,
        100 * 0.99**1000,
    )


def question_19() -> Iterator[Claim]:
    yield says(19, "their weights are «0.665», «0.245» and «0.090»", *softmax([2, 1, 0]))
    yield says(19, "8 heads of «64» for a model of width 512", 512 / 8)
    attention, feed_forward = 4 * 512**2, 2 * 512 * (4 * 512)
    yield says(
        19, "about $«12» d^2$ weights, $«4» d^2$", (attention + feed_forward) / 512**2, attention / 512**2
    )
    yield says(19, "«3.1» million for $d = 512$", (attention + feed_forward) / 1e6)
    weights = 2 * (attention + feed_forward)
    yield says(19, r"the weights of the block $«24» d^2$", weights / 512**2)
    yield says(19, "«3,072» tokens at $d = 512$", weights / (4 * 512))
    yield says(19, "skipped, from $«12»d$ on", weights / (2 * 512) / 512)
    yield says(19, "in 16-bit numbers takes «128» MiB", 8192**2 * 2 / 2**20)


def question_20() -> Iterator[Claim]:
    yield says(
        20,
        "compress the pixels «24.5»-fold with «209,968» parameters",
        784 / 32,
        dense(784, 128, 32, 128, 784),
    )
    divergence = (1**2 + 0.5**2 - 1 - log(0.5**2)) / 2
    yield says(20, r"for each entry, «0.82» for $\mu = 1$ and $\sigma = 0.5$", divergence)


def question_21() -> Iterator[Claim]:
    yield says(21, r"$-\ln 4 \approx «-1.386»$", -log(4))


def question_22() -> Iterator[Claim]:
    yield says(22, "0.8 costs «0.223», giving it 0.01 costs «4.605»", -log(0.8), -log(0.01))
    yield says(22, "an error of 10 counts «100» times an error of 1", 10**2 / 1**2)


def question_23() -> Iterator[Claim]:
    plain, sharp = softmax([3, 1, -1]), softmax([6, 2, -2])
    yield says(23, "give «0.867», «0.117» and «0.016»", *plain)
    yield says(23, r"$L = -\ln 0.867 = «0.143»$", -log(plain[0]))
    yield says(23, "here it is $(«-0.133», «0.117», «0.016»)$", plain[0] - 1, *plain[1:])
    kept = plain[0] + plain[1]
    yield says(23, "keeps its first two, with «0.881» and «0.119»", plain[0] / kept, plain[1] / kept)
    yield says(23, "the example becomes «0.982», «0.018» and «0.0003»", *sharp)


def question_24() -> Iterator[Claim]:
    yield says(24, "ask for «10» and «3.2» times the rate", 10, sqrt(10))
    yield says(24, "is only «10» times less noisy", sqrt(100))
    yield says(24, "| «50,000» | «391» | 1 |", 50_000, -(-50_000 // 128))


def question_25() -> Iterator[Claim]:
    yield says(25, "10 units has «203,530» parameters", dense(784, 256, 10))


@pytest.mark.parametrize(("number", "phrase", "values"), claims_in(globals()))
def test_a_number_is_what_comes_out(number: int, phrase: str, values: tuple[float, ...]) -> None:
    check(number, phrase, values)
