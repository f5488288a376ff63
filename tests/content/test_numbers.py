"""Every number of the bank that can be computed is computed here.

A claim is a phrase of an answer, with the numbers that are computed in « ». Each must be what comes out, rounded to as
many digits as are written; behind "about" and "roughly" the zeros at the end of a whole number are no digits.
"""

import re
from collections.abc import Iterator
from math import isclose

import pytest

from content_bank import answer

NUMBER = re.compile(r"(about |roughly )?«(-?[\d,]+(?:\.\d+)?)»")
Claim = tuple[int, str, tuple[float, ...]]


def says(number: int, phrase: str, *values: float) -> Claim:
    """The claim that an answer says a phrase, and that its marked numbers are these values."""
    return number, phrase, values


def relu(value: float) -> float:
    return max(0.0, value)


def unit_of(written: str, *, about: bool) -> float:
    """What the last digit of a number is worth."""
    digits = written.replace(",", "").lstrip("-")
    if "." in digits:
        return 10.0 ** -len(digits.partition(".")[2])
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if about else 1.0


def steady_variance(rate: float, beta: float) -> float:
    """The variance that heavy ball on a quadratic of curvature 1 settles to, with gradient noise of variance 1.

    The iterates are an autoregression of order two with the coefficients `1 + beta - rate` and `-beta`.
    """
    first, second = 1 + beta - rate, -beta
    return rate**2 * (1 - second) / ((1 + second) * ((1 - second) ** 2 - first**2))


def question_3() -> Iterator[Claim]:
    yield says(3, "give $z = 0.5 - 0.5 + 0.1 = «0.1»$", 1 * 0.5 + 2 * -0.25 + 0.1)
    yield says(3, "$m(n + 1)$ parameters, «7,850» for 784 inputs and 10 outputs", 10 * (784 + 1))


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


def question_28() -> Iterator[Claim]:
    yield says(
        28,
        r"a variance of «0.005» with plain SGD at $\eta = 0.01$, of «0.050» with $\beta = 0.9$ added, "
        r"and of «0.053» with plain SGD at $\eta = 0.1$",
        steady_variance(0.01, 0),
        steady_variance(0.01, 0.9),
        steady_variance(0.1, 0),
    )


CLAIMS = [claim for name, made in list(globals().items()) if name.startswith("question_") for claim in made()]


@pytest.mark.parametrize(("number", "phrase", "values"), CLAIMS)
def test_a_number_is_what_comes_out(number: int, phrase: str, values: tuple[float, ...]) -> None:
    assert re.sub("[«»]", "", phrase) in answer(number).text
    said = list(NUMBER.finditer(phrase))
    assert len(said) == len(values)
    for match, value in zip(said, values, strict=True):
        written = match.group(2)
        unit = unit_of(written, about=bool(match.group(1)))
        assert isclose(float(written.replace(",", "")), value, rel_tol=0, abs_tol=unit * 0.5001), value
