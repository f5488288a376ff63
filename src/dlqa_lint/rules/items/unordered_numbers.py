"""unordered-numbers: numeric options in no order."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dlqa_lint.language.item_writing import stands_for_all, stands_for_none
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import LEAST, Item, ItemRule
from dlqa_lint.text.lazy_regex import regex

_VALUE = regex(
    r"[~≈<>≤≥=]?\s*(?P<sign>[$€£¥])?\s*(?P<number>[-+−–]?(?:\d{1,3}(?P<parted>[ ,'’_])\d{3}(?:(?P=parted)\d{3})*|\d+)"
    r"(?:[.,]\d+)?)\s*(?P<unit>%|°\s?[CFK]?|[^\W\d_]{1,15}(?:\s[^\W\d_]{1,15})?)?\W*"
)


class _Value(NamedTuple):
    """A number and what it counts."""

    number: float
    unit: str


class UnorderedNumbers(ItemRule):
    """Options that are numbers stand in no order.

    Readers who know the number have to look for it, and who does not know it wonders what the order means.
    Haladyna, Downing and Rodriguez (2002): place choices in logical or numerical order; "lost sequence in
    data presentation" is one of the nineteen flaws of Tarrant et al. (2006). The numbers may rise or fall;
    all have the same unit. The rule is off unless it or the family `items` is selected.

    Example:
        - [ ] 8
        - [x] 2
        - [ ] 4

    Repair:
        - [x] 2
        - [ ] 4
        - [ ] 8

    Fix: None. Other options would go by other letters, which explanations may name.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item) -> Iterator[Finding]:
        values = [
            _value_of(text) for text in item.options if not stands_for_all(text) and not stands_for_none(text)
        ]
        numbers = [value.number for value in values if value]
        if len(numbers) < max(LEAST, len(values)) or len({value.unit for value in values if value}) > 1:
            return
        rising = all(first <= second for first, second in pairwise(numbers))
        falling = all(first >= second for first, second in pairwise(numbers))
        if not rising and not falling:
            said = ", ".join(item.options[: len(numbers)])
            message = f"the numbers {quoted(said)} are in no order, expected rising or falling ones"
            yield self.finding(document, item.question.options[0].span, message, question=item.question)


def _value_of(text: str) -> _Value | None:
    """The value of an option that is a number, with its unit perhaps; None for addresses, versions and words."""
    match = _VALUE.fullmatch(text)
    if match is None:
        return None
    number = (
        match["number"]
        .replace("−", "-")
        .replace("–", "-")
        .replace(match["parted"] or " ", "")
        .replace(",", ".")
    )
    return _Value(float(number), (match["sign"] or "") + (match["unit"] or "").casefold().rstrip("s"))
