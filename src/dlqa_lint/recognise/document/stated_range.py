"""The first and the last number of the questions, where a title or an introduction says them."""

import re
from collections.abc import Sequence

from dlqa_lint.model.bank import Question, StatedRange
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_NOUN = (
    r"(?:questions?|q\s?&\s?as?|qs?|problems|preguntas|perguntas|questões|fragen|domande|sorular"
    r"|вопрос\w*|питан\w*|第|题|題)"
)
_TO = r"\s*(?:-|–|—|~|\.\.+|to|through|till|until|bis|à|a|al|по|до|至|到)\s*"
_RANGE = regex(
    rf"\b{_NOUN}[\s:(#№.]{{0,4}}(?P<a>\d{{1,5}}){_TO}(?:{_NOUN}\s{{0,2}})?(?P<b>\d{{1,5}})(?![\w%])"
    rf"|(?<![\w.])(?:с|з|from|del?|von)\s+(?P<c>\d{{1,5}})\s+(?:вопрос\w*|питан\w*|questions?)?\s*(?:по|до|to|a|al|bis)\s+"
    r"(?P<d>\d{1,5})\s+(?:вопрос|питан|question)\w*"
    rf"|(?<![\w.])(?P<e>\d{{1,5}}){_TO}(?P<f>\d{{1,5}})\s+{_NOUN}\b",
    re.IGNORECASE,
)


def range_of(source: Source, blocks: Sequence[Block], questions: Sequence[Question]) -> StatedRange | None:
    """What the title, or a heading or short paragraph before the first question, says; None for nothing.

    It must be meant of the numbers that stand there: most of them lie in it.
    """
    values = [question.number.value[-1] for question in questions if question.number]
    if not values or len(values) * 2 < len(questions):
        return None
    first = questions[0].span.start
    for block in blocks:
        at = source.starts[block.first]
        if at >= first or block.kind not in ("heading", "paragraph") or len(block.text) > 400:
            continue
        if match := _RANGE.search(block.text):
            low, high = (int(number) for number in match.groups() if number is not None)
            inside = sum(low <= value <= high for value in values)
            if low < high and inside * 2 > len(values):
                return StatedRange(low, high, Span(block.start + match.start(), block.start + match.end()))
    return None
