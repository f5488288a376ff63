"""What a question is about besides its words."""

import re

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex

_CODE_BELOW = regex(r"(?:[\s>]|<br\s{0,3}/?>)*(?P<fence>`{3,}|~{3,}).*?(?P=fence)", re.DOTALL)
_ASKED_BELOW = regex(
    rf"\s*(?P<line>(?:{marks.STRONG})[^\n]+(?:{marks.STRONG})|[^\n]+[{marks.QUESTION_MARKS}])"
    r"\s*(?:\r?\n|\r|\Z)"
)


def prompt_of(document: Document, question: Question) -> str:
    """The code, options and images that a question is about, white space folded.

    Code right below a question may be what it asks about even where the document's form makes it the answer,
    and so may a bold line, or one that asks: the heading then says only where the question comes from.
    """
    end = max(question.body.end, question.span.end)
    lead = _ASKED_BELOW.match(document.source.text, question.span.end, end)
    code = _CODE_BELOW.match(document.source.text, lead.end("line") if lead else question.span.end, end)
    below = (lead.group("line") if lead else "", code.group() if code else "")
    return " ".join(" ".join([question.prompt_in_order, *below]).split())
