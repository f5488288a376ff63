"""The sections and questions that somebody means by a name or a number."""

from collections.abc import Iterable

from dlqa_lint.links.entries import normal
from dlqa_lint.model.bank import Document, Question, Section
from dlqa_lint.model.numbers import key_of
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_NUMBER = regex(r"#?[qQ]?\s*(\d+(?:[.-]\d+)*\.?[a-zA-Z]?)[.):]?")


def sections_named(document: Document, name: str) -> list[Section]:
    """The sections with a name, case and punctuation aside; their number (`2. Basics`) may be left out."""
    wanted = normal(name)
    exact = [section for section in document.sections if normal(section.name) == wanted]
    return exact or [section for section in document.sections if normal(_bare(section.name)) == wanted]


def _bare(name: str) -> str:
    return parse_line(name, space_delimits=True).text


def questions_named(document: Document, name: str, within: Iterable[Span] | None = None) -> list[Question]:
    """The questions with a number (`7`, `Q7`, `3.4.12`), or else with these words, in some spans or anywhere."""
    spans = None if within is None else list(within)
    asked = [
        question
        for question in document.questions
        if spans is None or any(span.start <= question.span.start < span.end for span in spans)
    ]
    if number := _NUMBER.fullmatch(name.strip()):
        key = key_of(number.group(1))
        return [question for question in asked if question.number and question.number.key == key]
    wanted = normal(name)
    return [question for question in asked if wanted and normal(question.plain_text) == wanted]
