"""Keys of quizzes that are one line behind the questions: `**Answers:** 1-A, 2-B`, `Answer key: 1A 2B`."""

import re
from collections.abc import Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.language.option_letters import SMALL_LETTER
from dlqa_lint.model.bank import Key, KeyEntry, Question
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_NUMBER = r"\d{1,4}"
_BETWEEN = r"[ \t]?[.):=–—-]?[ \t]?"
_LETTER = rf"(?:[A-H]|{SMALL_LETTER})(?!\w)"
_ENTRY = regex(rf"(?P<number>{_NUMBER}){_BETWEEN}(?P<letter>{_LETTER})")
_TITLES = "|".join(map(re.escape, vocabulary.ANSWER_KEY_TITLES))
_LINE = regex(
    rf"\W{{0,4}}(?:{_TITLES})[*_ ]{{0,3}}[{marks.COLONS}][*_]{{0,3}}"
    rf"(?P<entries>(?:[ \t,;|]+{_NUMBER}{_BETWEEN}{_LETTER}){{2,}})[.*_\s]*",
    re.IGNORECASE,
)


def key_in_a_line(source: Source, blocks: Sequence[Block], questions: Sequence[Question]) -> tuple[Key, ...]:
    """The key that is a line after all questions, none of which has an answer of its own; or nothing.

    Below a question that asks to match, such a line may be its answer: so the numbers are those of most questions.
    """
    last = questions[-1].span.end
    for block in blocks:
        if block.kind != "paragraph" or block.depth or block.start <= last:
            continue
        span = source.lines_span(block.first, block.end)
        match = _LINE.fullmatch(source.slice(span))
        if match is None:
            continue
        first = span.start + match.start("entries")
        entries = tuple(
            KeyEntry(int(e["number"]), (e["letter"].upper(),), Span(*e.span("letter")), Span(*e.span()))
            for e in _ENTRY.finditer(source.text, first, span.start + match.end("entries"))
        )
        if _answers(entries, span, questions):
            return (Key(span, Span(span.start, first), 0, span.start, entries),)
    return ()


def _answers(entries: Sequence[KeyEntry], key: Span, questions: Sequence[Question]) -> bool:
    """Whether a line's entries are for questions that have options and no answers: in order, and for most."""
    asked = {q.number.value[-1]: set(q.labels) for q in questions if q.number and len(q.options) > 1}
    numbers = [entry.number for entry in entries]
    if len(asked) < len(questions) or len(numbers) * 2 <= len(asked) or numbers != sorted(set(numbers)):
        return False
    if any(q.answer and not key.start <= q.answer.span.start < key.end for q in questions):
        return False
    known = all(asked.get(entry.number, set()).issuperset(entry.letters) for entry in entries)
    return known and not any(option.correct for q in questions for option in q.options)
