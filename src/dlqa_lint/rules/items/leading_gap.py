"""leading-gap: a sentence to complete that begins with its gap."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, ItemRule
from dlqa_lint.text.lazy_regex import regex

_GAP = regex(r"\W*?(?:(?:\\?_){2,}|\.{4,}|…{2,})[\W_]*\s\W*\w")


class LeadingGap(ItemRule):
    """A sentence that readers are to complete begins with its gap.

    They meet the gap before they know what the sentence is about, and have to read it twice. Guides on item
    writing want blanks at the end; "fill-in-the-blank" is one of the nineteen flaws of Tarrant et al. (2006),
    and Haladyna, Downing and Rodriguez (2002) want a stem to be clear before the options are read. The rule
    is off unless it or the family `items` is selected.

    Example:
        ### ______ is the largest planet.

    Repair:
        ### Which is the largest planet?

    Fix: None. The question has to be reworded.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item) -> Iterator[Finding]:
        stem = document.source.slice(item.question.text_span)
        if _GAP.match(stem):
            message = f"{quoted(stem)} begins with its gap, expected it at the end, or a question"
            yield self.finding(document, item.question.text_span, message, question=item.question)
