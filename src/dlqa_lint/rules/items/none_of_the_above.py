"""none-of-the-above: an option that denies all others."""

from collections.abc import Iterator

from dlqa_lint.language.item_writing import stands_for_none
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, ItemRule


class NoneOfTheAbove(ItemRule):
    """An option says that no option is right.

    Where it is the key, the question shows that somebody knows what is wrong, and not that they know what is
    right; where it is not, it is seldom chosen and takes the place of an option that could be. Haladyna,
    Downing and Rodriguez (2002) allow it with caution; it is one of the nineteen flaws of Tarrant et al.
    (2006). It may be written in any of many languages. The rule is off unless it or the family `items` is
    selected.

    Example:
        ### Which of these stores data?

        - [x] a register
        - [ ] a clock
        - [ ] None of the above

    Repair:
        - [x] a register
        - [ ] a clock
        - [ ] a fan

    Fix: None. Somebody has to write another option.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item) -> Iterator[Finding]:
        for option, words in zip(item.question.options, item.options, strict=True):
            if stands_for_none(words):
                message = (
                    f"the option {quoted(words)} denies all others, expected one that says something itself"
                )
                yield self.finding(document, option.span, message, question=item.question)
