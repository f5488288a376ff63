"""Gaps: the words of a `<quiz>` that readers fill in, with the key in double brackets."""

from dlqa_lint.model.bank import Answer
from dlqa_lint.recognise.body.answers import Body
from dlqa_lint.recognise.body.body_parts import words_in
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text.inline import mask_code
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_GAP = regex(r"\[\[(?P<key>[^\[\]\r\n]{1,200})\]\]")


def filled(question: Candidate, read: Body) -> Body:
    """A body whose question has its answers in the gaps of its own words; what else is below explains them.

    <quiz>
    A clinker is a boat whose planks [[overlap]].
    </quiz>
    """
    if not question.template.startswith("<quiz>") or read.options or "[[" not in question.text:
        return read
    start = question.text_span.start
    found = [match for match in _GAP.finditer(mask_code(question.text)) if match["key"].strip()]
    if not found:
        return read
    text = ", ".join(match["key"].strip() for match in found)
    place = Span(start + found[0].start(), start + found[-1].end())
    return read._replace(answer=Answer(place, text, max(words_in(text), 1)))
