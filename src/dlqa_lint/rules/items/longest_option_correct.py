"""longest-option-correct: a right option that stands out by its length."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, ItemRule

_TIMES = 1.6
"""How many times as long as the next longest option the right one is: all of thirty findings that were read in
public quizzes can be seen at a glance."""

_MORE = 20
"""How many characters longer it is at least: among words of one or two syllables nobody notices."""


class LongestOptionCorrect(ItemRule):
    """The right option is far longer than all others.

    Authors qualify what has to be true, and leave the rest short; whoever knows that takes the longest option
    without reading the question. Haladyna, Downing and Rodriguez (2002) ask for options of about equal
    length; "longest option correct" is one of the nineteen flaws of Tarrant et al. (2006). Options that are
    code are not compared. The rule is off unless it or the family `items` is selected.

    Example:
        - [ ] a list
        - [x] a tuple, because its elements cannot be replaced once it is made
        - [ ] a set

    Repair:
        - [ ] a list
        - [x] a tuple
        - [ ] a set

    Fix: None. Which words can go, only somebody who knows can say.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item) -> Iterator[Finding]:
        if len(item.key) != 1 or item.is_code:
            return
        right = min(item.key)
        lengths = [len(words) for words in item.options]
        longest, other = lengths[right], max(length for at, length in enumerate(lengths) if at != right)
        if longest >= _TIMES * other and longest >= other + _MORE:
            option = item.question.options[right]
            next_longest = item.question.options[lengths.index(other)]
            message = (
                f"the right option {quoted(item.options[right])} has {longest} characters, "
                f"expected about as many as the others, which have up to {other}"
            )
            related = [Place(document.path, next_longest.span, "the next longest option")]
            yield self.finding(document, option.span, message, question=item.question, related=related)
