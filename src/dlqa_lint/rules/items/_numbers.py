"""Options that are numbers, or ranges of them, with what they count."""

from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.language.item_writing import stands_for_all, stands_for_none
from dlqa_lint.rules.items._item import LEAST
from dlqa_lint.text.lazy_regex import regex

_UNIT = r"%|°\s?[CFK]?|[^\W\d_]{1,15}(?:\s[^\W\d_]{1,15})?"
_SIZE = r"(?:\d{1,3}(?:[ ,'’_]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)"
_VALUE = regex(
    rf"[~≈<>≤≥=]?\s*(?P<sign>[$€£¥])?\s*(?P<low>[-+−–]?{_SIZE})\s*(?P<unit>{_UNIT})?"
    rf"(?:\s*(?:[-−–—~～]|(?<![^\W\d_])(?:{vocabulary.TO_WORDS})(?![^\W\d_]))\s*[$€£¥]?\s*(?P<high>[-+−]?{_SIZE})\s*(?P<last>{_UNIT})?)?\W*"
)
_PARTED = regex(r"(?<=\d)[ ,'’_](?=\d{3}(?!\d))")


class Value(NamedTuple):
    """A number, or a range of numbers from `low` to `high`, and what it counts."""

    low: float
    high: float
    unit: str

    @property
    def is_range(self) -> bool:
        """Whether it is more than one number."""
        return self.low < self.high


def values_of(options: Sequence[str]) -> Sequence[Value]:
    """The values of options that are all numbers of one unit, but for those that speak of the others; else none."""
    said = [text for text in options if not stands_for_all(text) and not stands_for_none(text)]
    values = [value for text in said if (value := _value_of(text))]
    if len(values) < max(LEAST, len(said)) or len({value.unit for value in values}) > 1:
        return ()
    return values


def _value_of(text: str) -> Value | None:
    """The value of an option that is a number, with its unit perhaps; None for addresses, versions and words."""
    match = _VALUE.fullmatch(text)
    if match is None:
        return None
    low = _number(match["low"])
    high = _number(match["high"]) if match["high"] else low
    unit = match["last"] or match["unit"] or ""
    return Value(low, high, (match["sign"] or "") + unit.casefold().rstrip("s")) if low <= high else None


def _number(text: str) -> float:
    return float(_PARTED.sub("", text).replace("−", "-").replace("–", "-").replace(",", "."))
