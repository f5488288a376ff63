"""A stub: a new question written as the others of its document are, with TODO where its answer belongs."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint.edits.indent import item_width
from dlqa_lint.edits.question_block import QuestionBlock, tail_of, usual
from dlqa_lint.edits.row_stub import row_stub
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.form import NUMBER, TEXT, parse_form
from dlqa_lint.model.question import ITEMS, LINES
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source

PLACEHOLDER = "TODO"
"""What stands for an answer that has to be written; `placeholder-answer` finds it until that is done."""

_NUMBER, _WORDS, _INDENT = "\0n", "\0w", "\0i"
_UP_TO_WORDS = regex(r"(?:[\s>]|</?(?:p|br|div)\b[^<>]*>)*")
_TICK = regex(rf"([\[(])[{marks.BOX_MARKS}]([\])])")
_STAR = regex(r"\*(?=\w[.)][ \t]*\Z)")
_CODE = regex(r"[ \t>]*(`{3,}|~{3,}).*?\1[`~]*[ \t]*(?:\r\n|\r|\n)+", re.DOTALL)
_NAMES = regex(r"\s(?:id|name)=(?:\"[^\"]*\"|'[^']*')(?=[^<>]*>)")


class Stub(NamedTuple):
    """The text of a new question; `tail` are the lines that end it, which say nothing of their own."""

    text: str
    tail: str


def stub(document: Document, blocks: Sequence[QuestionBlock], number: str, words: str) -> Stub | None:
    """A question with a number ("": none) and words, written as blocks are; None where no form can be told."""
    models = [block for block in blocks if bool(block.question.number) == bool(number) and _is_plain(block)]
    if not models:
        return None
    if models[0].question.kind == "row":
        rows = [block for block in models if block.question.kind == "row"]
        return Stub(row_stub(document, rows, number, words), "")
    line = _line(document, models).replace(_NUMBER, number).replace(_WORDS, words)
    in_items = models[0].question.kind in ITEMS
    width = item_width(Source("", line), len(line) - len(line.lstrip())) if in_items else 0
    below, tail = (
        text.replace(_NUMBER, number).replace(_INDENT, " " * width)
        for text in (_below(document, models), usual([_tail(document, block) for block in models]))
    )
    return Stub(line + below, tail)


def _is_plain(block: QuestionBlock) -> bool:
    """Whether a question has a line of its own, with its number before its words."""
    question, text = block.question, block.question.text_span
    if question.kind == "file" or not block.line <= text.start < text.end:
        return False
    return question.number is None or block.line <= question.number.span.start < text.start


def _line(document: Document, models: Sequence[QuestionBlock]) -> str:
    """The line of a question with holes for its number and its words: the usual one."""
    lines = Counter(_with_holes(document, block) for block in models)
    line, count = lines.most_common(1)[0]
    form = parse_form(Counter(block.question.form for block in models).most_common(1)[0][0])
    if count > 1 or len(models) == 1 or form.kind not in LINES:
        return _NAMES.sub("", line)
    return form.template.replace(NUMBER, _NUMBER).replace(TEXT, _WORDS)


def _with_holes(document: Document, block: QuestionBlock) -> str:
    text, question = document.source.text, block.question
    after = _WORDS + text[question.text_span.end : max(question.span.end, question.text_span.end)]
    if question.number is None:
        return text[block.line : question.text_span.start] + after
    at = question.number.span
    return text[block.line : at.start] + _NUMBER + text[at.end : question.text_span.start] + after


def _below(document: Document, models: Sequence[QuestionBlock]) -> str:
    """What is below the line of a question: options, and a placeholder for the answer."""
    asking = [block for block in models if len(block.question.options) > 1]
    if len(asking) * 2 > len(models):
        return _options(document, asking)
    answered = [_opening(document, block) for block in models if block.question.answer]
    if len(answered) * 2 < len(models):
        return ""
    return _with_placeholder(answered)


def _with_placeholder(found: Sequence[tuple[str, str]]) -> str:
    """A placeholder between what usually is before and after the words of an answer.

    Where all differ, code or a picture belongs to some of the questions, and the shortest has least of it.
    """
    counts = Counter(found)
    opening, closing = max(counts, key=lambda around: (counts[around], -len(around[0])))
    return opening + PLACEHOLDER + closing


def _options(document: Document, models: Sequence[QuestionBlock]) -> str:
    """As many options as questions usually have, each with its place in place of words, and none ticked."""
    text = document.source.text
    usually = Counter(len(block.question.options) for block in models).most_common(1)[0][0]
    alike = [block for block in models if len(block.question.options) == usually]
    model = next((block for block in alike if _is_bare(document, block.question)), None)
    if model is None:
        return ""
    options = model.question.options
    made, at = "", max(model.question.span.end, model.question.text_span.end)
    for place, option in enumerate(options, 1):
        made += (
            _STAR.sub("", _TICK.sub(r"\1 \2", text[at : option.text_span.start])) + f"{PLACEHOLDER} {place}"
        )
        at = max(option.text_span.end, option.span.end)
    made = _hollow(document, model.question, made)
    ends = [_opening(document, block) for block in alike if _is_below(block.question)]
    if len(ends) * 2 < len(alike):
        return made
    return made + _with_placeholder(ends)


def _is_bare(document: Document, question: Question) -> bool:
    """Whether nothing but ticks and labels is between a question and its options, and between these."""
    at = max(question.span.end, question.text_span.end)
    for option in question.options:
        lead = document.source.text[at : option.text_span.start]
        if sum(map(str.isalnum, _TICK.sub("", lead))) > len(option.label):
            return False
        at = max(option.text_span.end, option.span.end)
    return True


def _is_below(question: Question) -> bool:
    """Whether a question with options has its answer below them."""
    answer = question.answer
    return answer is not None and answer.span.start >= question.options[-1].span.end


def _opening(document: Document, block: QuestionBlock) -> tuple[str, str]:
    """What is between a question (or its options) and the words of its answer, and right after them."""
    question, text = block.question, document.source.text
    answer = question.answer
    if answer is None:
        return "", ""
    ends = [question.span.end, question.text_span.end, *(option.span.end for option in question.options)]
    begin = max(end for end in ends if end <= answer.span.start)
    words = answer.marker.span.end if answer.marker else answer.span.start
    words_at = _UP_TO_WORDS.match(text, words)
    opening = text[begin : words_at.end() if words_at else words]
    closing = answer.marker.form.partition(TEXT)[2] if answer.marker else ""
    # Code above the answer is the other question's.
    return _hollow(document, question, _CODE.sub("", opening)), closing


def _tail(document: Document, block: QuestionBlock) -> str:
    return _hollow(document, block.question, tail_of(document, block))


def _hollow(document: Document, question: Question, text: str) -> str:
    """A text of a question with holes for its number in a marker, and for the indentation of its item."""
    answer = question.answer
    if question.number and answer and answer.marker:
        marker = document.source.slice(answer.marker.span)
        repeated = regex(rf"(?<!\d){question.number.spelling}(?!\d)")
        text = text.replace(marker, repeated.sub(lambda _: _NUMBER, marker))
    if question.kind in ITEMS and (width := item_width(document.source, question.span.start)):
        text = regex(r"(?<=[\r\n])" + " " * width).sub(lambda _: _INDENT, text)
    return text
