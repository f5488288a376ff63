"""keys-told-by-position: a quiz whose right options are mostly in the same place."""

from collections import Counter
from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import DocumentRule
from dlqa_lint.rules.items._item import Item, items_of
from dlqa_lint.rules.items._shares import ENOUGH, UNLIKELY, chance_of
from dlqa_lint.text.source import Span

_TIMES = 1.6
"""How many times as often as by chance the right option is in one place."""


class KeysToldByPosition(DocumentRule):
    """The right options of a document are in the same place far too often.

    Authors hide the right option in the middle, or write it first; whoever notices it takes that place where they
    do not know. Haladyna, Downing and Rodriguez (2002): vary the location of the right answer according to
    the number of choices. Only questions with one right option and as many options as most have count; there
    are at least twenty, and chance would hardly ever do it. It is one finding a document, at the first such
    question. The rule is off unless it or the family `items` is selected.

    Example:
        (in fifteen of twenty questions, as in this one, B is right)

        - [ ] A. a list
        - [x] B. a tuple
        - [ ] C. a set

    Repair:
        - [x] A. a tuple
        - [ ] B. a list
        - [ ] C. a set

    Fix: None. Other options would go by other letters, which explanations may name.

    Schema: `options.form`, by which options are recognised.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        single = [item for item in items_of(document) if len(item.key) == 1]
        sizes = Counter(len(item.options) for item in single)
        size = max(sizes, key=lambda size: (sizes[size], size), default=0)
        items = [item for item in single if len(item.options) == size]
        if len(items) < ENOUGH:
            return
        place, count = Counter(min(item.key) for item in items).most_common(1)[0]
        if count * size < _TIMES * len(items) or chance_of(count, len(items), 1 / size) * size >= UNLIKELY:
            return
        first, *others = [item for item in items if min(item.key) == place]
        message = (
            f"the right option is the {_nth(place)} one in {count} of {len(items)} questions, expected about "
            f"{round(len(items) / size)}"
        )
        related = [Place(document.path, _right(item), "so it is here") for item in others]
        yield self.finding(document, _right(first), message, question=first.question, related=related)


def _right(item: Item) -> Span:
    return item.question.options[min(item.key)].span


def _nth(place: int) -> str:
    names = ("first", "second", "third", "fourth", "fifth")
    return names[place] if place < len(names) else f"{place + 1}th"
