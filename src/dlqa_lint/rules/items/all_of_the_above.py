"""all-of-the-above: an option that stands for all others."""

from collections.abc import Iterator

from dlqa_lint.language.item_writing import stands_for_all
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, ItemRule


class AllOfTheAbove(ItemRule):
    """An option says that all options are right.

    Whoever recognises two right options need not know the others, and whoever knows that one is wrong can cross this
    one out: half of the knowledge is enough. It also forbids to shuffle the options. Haladyna, Downing and
    Rodriguez (2002) advise against it; it is one of the nineteen flaws of Tarrant et al. (2006). It may be
    written in any of many languages. The rule is off unless it or the family `items` is selected.

    Example:
        ### Which of these store data?

        - [ ] a register
        - [ ] a disk
        - [x] All of the above

    Repair:
        ### Which of these store data? Select all that apply.

        - [x] a register
        - [x] a disk
        - [ ] a clock

    Fix: None. Somebody has to write another option, or ask for several.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item) -> Iterator[Finding]:
        for option, words in zip(item.question.options, item.options, strict=True):
            if stands_for_all(words):
                message = (
                    f"the option {quoted(words)} stands for all others, "
                    "expected one that says something itself"
                )
                yield self.finding(document, option.span, message, question=item.question)
