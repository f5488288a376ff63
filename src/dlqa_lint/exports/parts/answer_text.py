"""The words of an answer: as they are written, and without the letters that only say which option is right."""

import re

from dlqa_lint.exports.parts.unindented import unindented
from dlqa_lint.model.bank import Answer, Document, Question

# Lines that only say where an answer that is folded away begins and ends, or where reference links lead.
_FRAME = re.compile(
    r"(?:</?(?:details|p|div)\b[^<>]*>|\s)*|\s*:{3,}.*|\s*\[[^\[\]^]+\]:[ \t]*\S.*", re.IGNORECASE
)
# After a letter: the emphasis that it is in, and what separates it from the words that follow.
_BEHIND_LETTERS = re.compile(r"\A[*_`]{0,3}[.):,;–—-]?[*_`]{0,3}[ \t]*[–—-]?[ \t]*")


def markdown_of(document: Document, answer: Answer) -> str:
    """An answer as it is written, without its marker and the indentation of an item."""
    start = answer.marker.span.end if answer.marker else answer.span.start
    return unindented(document.source.text[start : answer.span.end])


def explanation_of(document: Document, question: Question, answer: Answer) -> str:
    """What an answer says besides which option is right."""
    start = answer.marker.span.end if answer.marker else answer.span.start
    text = _without_emphasis(unindented(document.source.text[start : answer.span.end], _FRAME), answer)
    if not question.options:
        return text
    letters = question.answer_letters_span
    lead = document.source.text[start : letters.start] if letters else ""
    if letters and start <= letters.start and not lead.strip(" \t*_`("):
        rest = document.source.text[letters.end : answer.span.end]
        text = unindented(_BEHIND_LETTERS.sub("", rest, count=1), _FRAME)
    return "" if _bare(text) in {_bare(option.text) for option in question.options} else text


def _without_emphasis(text: str, answer: Answer) -> str:
    """An answer without the emphasis that its marker opens: `**Answer: rain**`."""
    closes = answer.marker.form.partition("{text}")[2].strip() if answer.marker else ""
    return text.replace(closes, "", 1) if closes else text


def _bare(text: str) -> str:
    return text.strip(" \t\n.*_`").casefold()
