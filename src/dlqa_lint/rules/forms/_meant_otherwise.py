"""Questions that have a good reason not to be written like the others of their document."""

from dlqa_lint.language.question_likeness import asks
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.rules.forms._sections_and_lists import is_below_its_peer, would_be_alone_in_a_list
from dlqa_lint.text.lazy_regex import regex

_RANGE = regex(r"\d[-–—][^\W\d_]{0,3}\d")
"""The last digit of a number, and what makes it the first of a range: `P2–P4`."""


def is_meant(document: Document, question: Question, target: str) -> bool:
    """Whether a question of a document without a schema has a good reason not to be written like the others."""
    return (
        is_below_its_peer(document, question, target)
        or would_be_alone_in_a_list(document, question, target)
        or _is_no_delimited_number(document, question)
    )


def _is_no_delimited_number(document: Document, question: Question) -> bool:
    """Whether a number is the first of a range, or words without a delimiter go on with it and ask nothing.

    ## P2–P4 Status

    ## Task 3 with a picture
    """
    number = question.number
    if number is None:
        return False
    text = document.source.text
    gap = text[number.span.end : question.text_span.start]
    goes_on = not gap.strip() and question.plain_text[:1].islower() and not asks(question.plain_text)
    return goes_on or _RANGE.match(text, number.span.end - 1) is not None
