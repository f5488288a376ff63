"""keys-told-by-length: a quiz whose right options are mostly the longest."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import DocumentRule
from dlqa_lint.rules.items._item import Item, items_of
from dlqa_lint.rules.items._shares import ENOUGH, UNLIKELY, chance_of

_SHARE = 0.5
"""At least this share of the keys is the longest option: anybody who takes the quiz notices."""


class KeysToldByLength(DocumentRule):
    """In most questions of a document the right option is the longest one.

    Whoever notices it passes without knowing anything. Haladyna, Downing and Rodriguez (2002) ask for options of
    about equal length; "longest option correct" is one of the nineteen flaws of Tarrant et al. (2006).
    Only questions with one right option and no code count; there are at least twenty, and chance would
    hardly ever do it. It is one finding a document, at the first such question. The rule is off unless it or
    the family `items` is selected.

    Example:
        (in eighteen of twenty questions, as in this one, the right option is the longest)

        - [ ] a list
        - [x] a tuple that cannot change
        - [ ] a set

    Repair:
        - [ ] a list that grows
        - [x] a tuple
        - [ ] a set without order

    Fix: None. Somebody has to reword options.

    Schema: `options.form`, by which options are recognised.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        items = [item for item in items_of(document) if len(item.key) == 1 and not item.is_code]
        found = [item for item in items if _is_longest(item)]
        if len(items) < ENOUGH or len(found) < _SHARE * len(items):
            return
        chance = sum(1 / len(item.options) for item in items) / len(items)
        if chance_of(len(found), len(items), chance) < UNLIKELY:
            places = [item.question.options[min(item.key)].span for item in found]
            message = (
                f"the right option is the longest one in {len(found)} of {len(items)} questions, "
                f"expected about {round(chance * len(items))}"
            )
            related = [
                Place(document.path, span, "a right option that is the longest") for span in places[1:]
            ]
            yield self.finding(document, places[0], message, question=found[0].question, related=related)


def _is_longest(item: Item) -> bool:
    right = min(item.key)
    return all(len(item.options[right]) > len(text) for at, text in enumerate(item.options) if at != right)
