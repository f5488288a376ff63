"""overlapping-ranges: ranges of numbers that share a number."""

from collections.abc import Iterator
from itertools import pairwise

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, ItemRule
from dlqa_lint.rules.items._numbers import values_of

_YEAR = 1000
"""Ranges of larger numbers without a unit are mostly spans of years."""


class OverlappingRanges(ItemRule):
    """Two options are ranges that share a number, so that it belongs to both.

    Whoever knows that three days are right finds them in "1–3 days" and in "3–5 days". Haladyna, Downing and
    Rodriguez (2002): keep choices independent, choices should not be overlapping. All options are ranges of one
    unit that follow each other; where one is inside another the question asks for a range, and they have to
    compete. The rule is off unless it or the family `items` is selected.

    Example:
        - [ ] 1–3 days
        - [x] 3–5 days
        - [ ] 5–9 days

    Repair:
        - [ ] 1–2 days
        - [x] 3–5 days
        - [ ] 6–9 days

    Fix: None. To which of the two options the number belongs, only somebody who knows can say.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item) -> Iterator[Finding]:
        values = values_of(item.options)
        if len(values) < len(item.options) or not all(value.is_range for value in values):
            return
        if all(value.low >= _YEAR and not value.unit for value in values):
            return  # a war from 1936 to 1939 is one answer, and one from 1939 on another
        ordered = sorted(range(len(values)), key=lambda at: values[at])
        pairs = list(pairwise(ordered))
        if not all(values[a].low < values[b].low and values[a].high < values[b].high for a, b in pairs):
            return
        found = next(((a, b) for a, b in pairs if values[b].low <= values[a].high), None)
        if found:
            first, second = sorted(found)
            option, other = item.question.options[second], item.question.options[first]
            message = (
                f"the range {quoted(item.options[second])} shares a number with {quoted(item.options[first])}, "
                "expected ranges apart"
            )
            related = [Place(document.path, other.span, "the range that overlaps")]
            yield self.finding(document, option.span, message, question=item.question, related=related)
