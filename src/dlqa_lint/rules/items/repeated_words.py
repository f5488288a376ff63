"""repeated-words: words that all options begin with."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, ItemRule
from dlqa_lint.text.lazy_regex import regex

_WORDS = 3
"""At least this many words are repeated; "It is" and "Use the" are shorter than a stem that says them."""

_SHARE = 0.25
"""The least share of the options' text that they make up; less is no burden."""

_FENCE = "```"
_CODE = regex(r"[{}()<>=\[\];$*]|\b[A-Z]{3,} [A-Z]{3,}\b")


class RepeatedWords(ItemRule):
    """All options begin with the same words, which belong into the question.

    Whoever compares the options has to read them as many times as there are options. Haladyna, Downing and
    Rodriguez (2002): include the central idea in the stem instead of the options, and keep options short.
    Options that are code, or what code above them prints, are not compared. The rule is off unless it or the
    family `items` is selected.

    Example:
        ### What is a cache?

        - [ ] A kind of memory that is slow
        - [x] A kind of memory that is near
        - [ ] A kind of memory that is large

    Repair:
        ### A cache is a kind of memory that is …

        - [ ] slow
        - [x] near
        - [ ] large

    Fix: None. The question has to be reworded.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item) -> Iterator[Finding]:
        shared = _shared([text.split() for text in item.options])
        said = " ".join(shared)
        if item.is_code or _FENCE in item.material or _CODE.search(said):
            return
        spoken = sum(any(map(str.isalpha, word)) for word in shared)
        if spoken >= _WORDS and len(said) * len(item.options) >= _SHARE * sum(map(len, item.options)):
            message = f"all options begin with {quoted(said)}, expected it in the question"
            yield self.finding(document, item.question.options[0].span, message, question=item.question)


def _shared(options: Sequence[Sequence[str]]) -> list[str]:
    """The words that all options begin with."""
    together = zip(*options, strict=False)
    return [said[0] for said in takewhile(lambda said: len(set(said)) == 1, together)]
