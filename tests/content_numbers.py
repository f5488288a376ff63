"""Claims about phrases of answers, and functions to compute their numbers with."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import erf, exp, isclose, sqrt

from content_bank import answer

NUMBER = re.compile(r"(about |roughly )?«(-?[\d,]+(?:\.\d+)?)»")
Claim = tuple[int, str, tuple[float, ...]]


def says(number: int, phrase: str, *values: float) -> Claim:
    """The claim that an answer says a phrase, and that its numbers in « » are these values."""
    return number, phrase, values


def claims_in(names: Mapping[str, object]) -> list[Claim]:
    """The claims that the functions `question_N` of a module make."""
    makers: list[Callable[[], Iterator[Claim]]]
    makers = [made for name, made in names.items() if name.startswith("question_") and callable(made)]
    return [claim for make in makers for claim in make()]


def check(number: int, phrase: str, values: Sequence[float]) -> None:
    """Fail unless the answer says the phrase, and each number in it is its value, rounded as it is written.

    Behind "about" and "roughly" the zeros at the end of a whole number are no digits.
    """
    assert re.sub("[«»]", "", phrase) in answer(number).text
    said = list(NUMBER.finditer(phrase))
    assert len(said) == len(values)
    for match, value in zip(said, values, strict=True):
        written = match.group(2)
        unit = unit_of(written, about=bool(match.group(1)))
        assert isclose(float(written.replace(",", "")), value, rel_tol=0, abs_tol=unit * 0.5001), value


def unit_of(written: str, *, about: bool) -> float:
    """What the last digit of a number is worth."""
    digits = written.replace(",", "").lstrip("-")
    if "." in digits:
        return 10.0 ** -len(digits.partition(".")[2])
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if about else 1.0


def relu(value: float) -> float:
    return max(0.0, value)


def softmax(scores: Sequence[float]) -> list[float]:
    powers = [exp(score) for score in scores]
    return [power / sum(powers) for power in powers]


def sigmoid(value: float) -> float:
    return 1 / (1 + exp(-value))


def normal_cdf(value: float) -> float:
    return (1 + erf(value / sqrt(2))) / 2


def gelu(value: float) -> float:
    return value * normal_cdf(value)


def swish(value: float) -> float:
    return value * sigmoid(value)


GRID = [step / 1000 for step in range(-6000, 6001)]


def steepest(function: Callable[[float], float]) -> float:
    """The largest slope of a function between -6 and 6."""
    return max((function(at + 1e-4) - function(at - 1e-4)) / 2e-4 for at in GRID)


def dense(*widths: int) -> int:
    """The number of parameters of dense layers between widths."""
    return sum(out * (given + 1) for given, out in pairwise(widths))
