"""unordered-numbers: numeric options in no order."""

from collections.abc import Iterator
from itertools import pairwise

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, ItemRule
from dlqa_lint.rules.items._numbers import values_of


class UnorderedNumbers(ItemRule):
    """Options that are numbers stand in no order.

    Readers who know the number have to look for it, and who does not know it wonders what the order means.
    Haladyna, Downing and Rodriguez (2002): place choices in logical or numerical order; "lost sequence in
    data presentation" is one of the nineteen flaws of Tarrant et al. (2006). The numbers may rise or fall;
    all have the same unit. Ranges are in order by where they begin. The rule is off unless it or the family
    `items` is selected.

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
        values = values_of(item.options)
        rising = all(first[:2] <= second[:2] for first, second in pairwise(values))
        falling = all(first[:2] >= second[:2] for first, second in pairwise(values))
        if not rising and not falling:
            said = ", ".join(item.options[: len(values)])
            message = f"the numbers {quoted(said)} are in no order, expected rising or falling ones"
            yield self.finding(document, item.question.options[0].span, message, question=item.question)
