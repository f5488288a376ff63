"""Answers after a question on the line of its list item, where a document's other items show the habit."""

from collections.abc import Sequence

from dlqa_lint.language.question_likeness import asks
from dlqa_lint.recognise.body.answer_kinds import ASKS_ON
from dlqa_lint.recognise.lines import Candidate, bold_lead
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.inline import mask_code
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_BOLD = regex(marks.STRONG)
_ASKED = regex(rf"[{marks.QUESTION_MARKS}](?=\s)|[{marks.WIDE_QUESTION_MARKS}]")
_FULL_STOP = regex(rf"[{marks.FULL_STOPS}!！][\"'”’)）`*_]{{0,3}}\s*\Z")
_SHORT = 10
"""Fewer characters after a question mark are only a remark: "Yes.", "Why?"."""


def without_answers(questions: Sequence[Candidate]) -> Sequence[Candidate]:
    """The questions of a document; what answers an item on its own line is not part of its text."""
    return _without_said(_without_led(questions))


def _without_led(questions: Sequence[Candidate]) -> Sequence[Candidate]:
    """Numbered items with a bold lead (`2. **Explain x.** It is …`), if most others are bold questions."""
    items = [c for c in questions if c.kind == "item" and c.number]
    plain_ones = [c for c in items if not c.emphasised]
    led = {c.span: found for c in plain_ones if (found := _led(c))}
    bold = len(items) - len(plain_ones)
    if not led or bold < 2 or (bold + len(led)) * 2 < len(items):
        return questions
    return [led.get(c.span, c) for c in questions]


def _led(candidate: Candidate) -> Candidate | None:
    """A candidate that ends where its bold lead does."""
    opened = _BOLD.match(candidate.text)
    end = bold_lead(candidate.text, opened.group(), opened.end(), stops=True) if opened else 0
    if opened is None or not end:
        return None
    mark = opened.group()
    led = _until(candidate, opened.end(), end)
    return led._replace(
        template=candidate.template.replace("{text}", mark + "{text}" + mark),
        span=Span(candidate.span.start, led.span.end + len(mark)),
        emphasised=True,
    )


def _without_said(questions: Sequence[Candidate]) -> Sequence[Candidate]:
    """Plain items with a statement after the question mark (`- What is x? A letter.`), if some have one."""
    every = [c for c in questions if c.kind == "item"]
    items = [c for c in every if not c.emphasised]
    ends = {c.span: end for c in items if (end := _asked(c.text))}
    if not ends:
        return questions
    stating = sum(_states(c.text[ends[c.span] :]) for c in items if c.span in ends)
    if not stating or stating + len(every) - len(items) < 2 or stating * 3 < len(items):
        return questions
    return [_until(c, 0, ends[c.span]) if c.span in ends else c for c in questions]


def _asked(text: str) -> int:
    """Where the last question of a text ends that something follows; else 0."""
    if not marks.holds_question_mark(text):
        return 0
    end = max((match.end() for match in _ASKED.finditer(mask_code(text))), default=len(text))
    rest = text[end:].strip()
    return end if rest and not ASKS_ON.search(rest) else 0


def _states(rest: str) -> bool:
    """Whether what follows a question is a sentence that neither asks nor is a remark in brackets."""
    said = rest.strip()
    if len(said) < _SHORT or said[0].islower() or said[0] in "([（" or not _FULL_STOP.search(said):
        return False
    return not asks(plain(said))


def _until(candidate: Candidate, start: int, end: int) -> Candidate:
    """A candidate whose words are a part of its text and that ends where they do."""
    at = candidate.text_span.start
    place = Span(at + start, at + end)
    return candidate._replace(
        text=candidate.text[start:end], text_span=place, span=Span(candidate.span.start, place.end)
    )
