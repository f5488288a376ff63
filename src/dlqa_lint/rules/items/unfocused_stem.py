"""unfocused-stem: a question that says nothing of what it is about."""

from collections.abc import Iterator, Sequence

from dlqa_lint.language.item_writing import says_nothing
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, WordingRule


class UnfocusedStem(WordingRule):
    """A question does not say what it is about.

    Below "Which of these is correct?" readers have to find out from the options what is asked. Haladyna,
    Downing and Rodriguez (2002) want the central idea in the stem; "unfocused stem" is one of the nineteen
    flaws of Tarrant et al. (2006). Code, a picture or a text between the question and its options say enough.
    The words are those of the document's language. The rule is off unless it or the family `items` is
    selected.

    Example:
        ### Which of the following is correct?

    Repair:
        ### Which address can a home network use?

    Fix: None. The question has to be reworded.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item, codes: Sequence[str]) -> Iterator[Finding]:
        stem = item.question.plain_text
        if not item.material and says_nothing(stem, codes):
            message = f"{quoted(stem)} does not say what it is about, expected the subject in the question"
            yield self.finding(document, item.question.text_span, message, question=item.question)
