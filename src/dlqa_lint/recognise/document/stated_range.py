"""The first and the last number of the questions, where a title or an introduction says them."""

import re
from collections.abc import Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Question, StatedRange
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex, words_regex
from dlqa_lint.text.source import Source, Span

_WRAPPERS = "|".join(before for before, _ in vocabulary.NUMBER_WRAPPERS)
_NOUN = rf"(?:{vocabulary.COUNT_NOUNS}|qs?|{_WRAPPERS})"
_LABEL = rf"(?:{_NOUN}|nos?|nrs?|№)"
_TO = rf"\s*(?:-|–|—|~|{vocabulary.TO_WORDS})\s*"
_RANGE = regex(
    rf"(?<!\w){_LABEL}[\s:(#№.]{{0,4}}(?:(?:{vocabulary.FROM_WORDS})\s+#?)?(?P<a>\d{{1,5}}){_TO}"
    rf"(?:{_NOUN}\s{{0,2}})?[#№]?(?P<b>\d{{1,5}})(?![\w%])"
    rf"|(?<![\w.])(?:{vocabulary.FROM_WORDS})\s+(?P<c>\d{{1,5}})\s+{_NOUN}?\s*(?:{vocabulary.TO_WORDS})\s+"
    rf"(?P<d>\d{{1,5}})\s+{_NOUN}\b"
    rf"|(?<![\w.])(?P<e>\d{{1,5}}){_TO}(?P<f>\d{{1,5}})\s+{_NOUN}\b",
    re.IGNORECASE,
)
# A range is looked for only where a text says what it counts and has two numbers, and between them no more than a
# range has there: a word and a noun without punctuation. Compiling the pattern takes longer than reading a page.
_COUNTED = words_regex("{words}", f"{vocabulary.COUNT_NOUNS}|qs?|{_WRAPPERS}|nos?|nrs?|№", re.IGNORECASE)
_LONG = 400
"""A longer paragraph tells of many things, the range of a document's numbers not among them. Set by hand."""
_TWO_NUMBERS = regex(r"\d[^\d,:;!\"<>()\[\]]{1,30}\d")
_TITLE = regex(r"^title(?:[ \t]*=|:)[^\r\n]*", re.MULTILINE)


def range_of(source: Source, blocks: Sequence[Block], questions: Sequence[Question]) -> StatedRange | None:
    """What the title, or a heading or short paragraph before the first question, says; None for nothing.

    It must be about the numbers that are there: most of them lie in it.
    """
    values = [question.number.value[-1] for question in questions if question.number]
    if not values or len(values) * 2 < len(questions):
        return None
    first = questions[0].span.start
    for block in blocks:
        text = _said(block)
        if source.starts[block.first] >= first or len(text) > _LONG:
            continue
        if match := range_in(text):
            low, high = (int(number) for number in match.groups() if number is not None)
            inside = sum(low <= value <= high for value in values)
            if low < high and inside * 2 > len(values):
                at = block.start + block.text.index(text)
                return StatedRange(low, high, Span(at + match.start(), at + match.end()))
    return None


def range_in(text: str) -> re.Match[str] | None:
    """The first and the last number of questions in a text, or None."""
    told = _TWO_NUMBERS.search(text) and _COUNTED.search(text)
    return _RANGE.search(text) if told else None


def _said(block: Block) -> str:
    """What a block may say of the document: a heading, a paragraph, the title in the front matter."""
    if block.kind == "front-matter":
        title = _TITLE.search(block.text)
        return title.group() if title else ""
    return block.text if block.kind in ("heading", "paragraph") else ""
