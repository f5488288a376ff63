"""negative-stem: a question that asks for what does not hold, in a word that is easily overlooked."""

from collections.abc import Iterator, Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.language.item_writing import negations
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, WordingRule
from dlqa_lint.text.source import Span

_MARKS = tuple("*_`>'\"‘“«„「『【")
"""What is right before a word that is emphasised or quoted."""


class NegativeStem(WordingRule):
    """A question asks for the option that does not hold, and does not stress the word that says so.

    Readers who know the answer miss the "not" and take the first option that is right. Haladyna, Downing and
    Rodriguez (2002): word the stem positively; where a negative word is used, put it in capitals or bold.
    "Negative worded stem" is one of the nineteen flaws of Tarrant et al. (2006). Emphasis of any kind will
    do. The words are those of the document's language. The rule is off unless it or the family `items` is
    selected.

    Example:
        ### Which of these is not a metal?

    Repair:
        ### Which of these is **not** a metal?

    Fix: None. Better than to stress it is to ask for what holds, and that takes an author.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item, codes: Sequence[str]) -> Iterator[Finding]:
        question = item.question
        said = document.source.slice(question.text_span)
        found = next(
            (
                span
                for span in negations(said, codes)
                if not (_is_stressed(said, span) or _is_contrast(said, span))
            ),
            None,
        )
        if found:
            start = question.text_span.start
            place = Span(start + found.start, start + found.end)
            message = f"{quoted(said[found.start : found.end])} is easily overlooked, expected emphasis"
            yield self.finding(document, place, message, question=question)


def _is_stressed(text: str, span: Span) -> bool:
    """Whether a word is in capitals or in marks; quoted, it is not a word of the question either."""
    return text[span.start : span.end].isupper() or text[span.start - 1 : span.start] in _MARKS


def _is_contrast(text: str, span: Span) -> bool:
    """Whether a negation only tells two things apart: "blocking and not blocking calls"."""
    before = text[: span.start].casefold().split()
    after = text[span.end :].casefold().split()
    return (
        bool(after)
        and len(before) > 1
        and before[-1] in vocabulary.JOINING_WORDS
        and after[0].strip("?.,") in before
    )
