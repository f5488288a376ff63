"""true-false-stem: a question that asks which of several statements is true."""

from collections.abc import Iterator, Sequence

from dlqa_lint.language.item_writing import asks_what_is_true, says_nothing
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, WordingRule


class TrueFalseStem(WordingRule):
    """A question asks which of several statements is true, and nothing else.

    Its options are as many true-or-false questions, about different things, and nobody can answer before
    having read them all. "True/false question" is one of the nineteen flaws of Tarrant et al. (2006);
    Haladyna, Downing and Rodriguez (2002) want the central idea in the stem. The words are those of the
    document's language. The rule is off unless it or the family `items` is selected.

    Example:
        ### Which statement about caches is true?

    Repair:
        ### Why does a cache make programs faster?

    Fix: None. The question has to be reworded.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item, codes: Sequence[str]) -> Iterator[Finding]:
        stem = item.question.plain_text
        if asks_what_is_true(stem, codes) and not says_nothing(stem, codes):
            message = f"{quoted(stem)} asks which statement is true, expected a question about its subject"
            yield self.finding(document, item.question.text_span, message, question=item.question)
