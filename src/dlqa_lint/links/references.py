"""Where a document sends its readers to a question by number: `see question 12`, `cf. Q12`."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Document, Heading, Question, question_at
from dlqa_lint.model.numbers import key_of
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.prose import without_code
from dlqa_lint.text.source import Source, Span

_NUMBER = r"\d{1,4}(?:\.\d{1,4})*(?-i:[a-zA-Z])?(?![\w%])"
_JOINED = r"\s*(?:,|;|/|&|-|–|、|and|or|to)\s*"  # between the numbers of `{ns}`, which English alone has
_Key = tuple[tuple[int, ...], str]
_DIGIT = regex(r"\d")
_BEFORE, _AFTER = 10, 20
"""How far a number may be from its word: `12번 문제`, `question number 12`."""


class Reference(NamedTuple):
    """A number in running text that stands for a question.

    `target` is the question that bears it, None where there is none, or no single one; `question` is the one
    whose text says it, None for text that belongs to no question, like an introduction.
    """

    number: str
    span: Span
    phrase: Span
    question: Question | None
    target: Question | None


_Said = Callable[[Document, int], bool]
"""Whether an offset of a document is where a reference counts."""


def _phrases(document: Document, is_said: _Said) -> Iterator[re.Match[str]]:
    """Where a document sends its readers to a question, code and comments included."""
    for hints, found in _likely_paragraphs(document.source):
        if any(is_said(document, at) for at in hints):
            yield from found


@lru_cache(maxsize=32)
def _likely_paragraphs(source: Source) -> Sequence[tuple[Sequence[int], Sequence[re.Match[str]]]]:
    """The offsets of words near a number that phrases may be about, and the phrases, by paragraph.

    Looking for the phrases of all languages everywhere takes long: those of the languages whose words a text
    holds are looked for in the paragraphs that hold such a word near a number. Several rules ask for them.
    """
    text = source.text
    nouns, phrases = _said_in(text)
    found: list[tuple[list[int], list[re.Match[str]]]] = []
    at = 0
    for hint in _any_of(nouns).finditer(text):
        if not _DIGIT.search(text, max(hint.start() - _BEFORE, 0), hint.end() + _AFTER):
            continue
        if hint.start() >= at:
            start, end = text.rfind("\n\n", at, hint.start()), text.find("\n\n", hint.end())
            start, at = max(start, at), end if end >= 0 else len(text)
            found.append(([], list(_compiled(phrases).finditer(text, start, at))))
        found[-1][0].append(hint.start())
    return found


def awaits_number(text: str) -> bool:
    """Whether a number that is written next, after a text, would send its reader to a question."""
    _, phrases = _said_in(text)
    return any(match.end() > len(text) for match in _compiled(phrases).finditer(f"{text}1"))


def _said_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The nouns and the phrases of the languages of which a text holds a noun."""
    lowered = text.lower()
    rows = [row for row in vocabulary.REFERENCE_PHRASES if any(noun in lowered for noun in row[0])]
    return tuple(noun for nouns, _ in rows for noun in nouns), tuple(phrase for _, phrase in rows)


@cache
def _any_of(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some words; without a flag for the case, because that is found much faster."""
    either = ("".join(f"[{letter}{letter.upper()}]" for letter in noun) for noun in nouns)
    return re.compile("|".join(either) or r"(?!)")


@cache
def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    one, many = f"(?:{_NUMBER})", f"(?:{_NUMBER})(?:{_JOINED}(?:{_NUMBER}))*"
    filled = (phrase.replace("{ns}", many).replace("{n}", one) for phrase in phrases)
    return re.compile("|".join(rf"(?<!\w){phrase}" for phrase in filled) or r"(?!)", re.IGNORECASE)


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(vocabulary.REFERENCE_ELSEWHERE, re.IGNORECASE)


def references(document: Document) -> Iterator[Reference]:
    """The references of a document to its own questions by number, code and comments left out."""
    if any(question.number for question in document.questions):
        yield from every_reference(document)


def every_reference(document: Document) -> Iterator[Reference]:
    """The references of a document to any questions by number, which may be those of other files."""
    yield from _cited(document, _is_said)


def references_in_titles(document: Document) -> Iterator[Reference]:
    """The references in the words of questions and of other headings, and where the contents repeat these."""
    if not any(question.number for question in document.questions):
        return
    repeated = set()
    text = document.source.text
    for reference in _cited(document, _is_title):
        repeated.add(text[slice(*reference.phrase)])
        yield reference
    for reference in _cited(document, _is_listed) if repeated else ():
        if text[slice(*reference.phrase)] in repeated:
            yield reference


def _cited(document: Document, is_said: _Said) -> Iterator[Reference]:
    """The references where they count, code and comments left out."""
    found = list(_phrases(document, is_said))
    prose = without_code(document.source) if found else ""
    bearing = _by_number(document) if found else {}
    for match in found:
        said = prose.startswith(match.group(), match.start()) and is_said(document, match.start())
        if not said or _elsewhere().match(prose, match.end()):
            continue
        asking = question_at(document, match.start())
        for number in re.finditer(_NUMBER, match.group(), re.IGNORECASE):
            span = Span(match.start() + number.start(), match.start() + number.end())
            meant = bearing.get(key_of(number.group()), [])
            target = _of_run(meant, asking) if asking else _of_section(document, meant, span.start)
            yield Reference(number.group(), span, Span(*match.span()), asking, target)


def _is_said(document: Document, offset: int) -> bool:
    """Whether an offset is in text that may send readers elsewhere.

    That is what comes after the words of a question, below its line or on it, and what belongs to no question,
    but for headings, whose words are anchors, and for contents and keys, whose numbers follow by themselves.
    """
    question = question_at(document, offset)
    if question:
        return offset >= question.text_span.end
    heading = _heading_at(document, offset)
    places = [heading.span] if heading else []
    places += [contents.span for contents in document.contents]
    places += [key.span for key in document.keys]
    return not any(place.start <= offset < place.end for place in places)


def _is_title(document: Document, offset: int) -> bool:
    """Whether an offset is in the words of a question, or of a heading that is not the title."""
    question = question_at(document, offset)
    if question and offset < question.span.end:
        return question.text_span.start <= offset < question.text_span.end
    heading = _heading_at(document, offset)
    own = document.title is not None and document.title.span == heading.span if heading else True
    return heading is not None and not own and heading.text_span.start <= offset < heading.text_span.end


def _heading_at(document: Document, offset: int) -> Heading | None:
    """The heading with the last beginning before an offset."""
    at = bisect_right(document.headings, offset, key=lambda heading: heading.span.start) - 1
    return document.headings[at] if at >= 0 else None


def _is_listed(document: Document, offset: int) -> bool:
    """Whether an offset is in the words of a contents entry, after its number."""
    return any(
        (entry.number.span.end if entry.number else entry.span.start) <= offset < entry.span.end
        for contents in document.contents
        if contents.span.start <= offset < contents.span.end
        for entry in contents.entries
    )


def _by_number(document: Document) -> dict[_Key, list[Question]]:
    found: dict[_Key, list[Question]] = {}
    for question in document.questions:
        if question.number:
            found.setdefault(question.number.key, []).append(question)
    return found


def _of_run(found: list[Question], asking: Question) -> Question | None:
    """The question that is meant where another one mentions a number: of its run, else of the document."""
    own = [question for question in found if question.run == asking.run]
    return next(iter(own or found), None)


def _of_section(document: Document, found: list[Question], offset: int) -> Question | None:
    """The question that is meant outside of questions: the only one in the innermost section that has any."""
    for section in reversed(document.sections):
        if section.span.start <= offset < max(section.span.end, section.body.end):
            own = [question for question in found if question.position in section.questions]
            if own:
                return own[0] if len(own) == 1 else None
    return found[0] if len(found) == 1 else None
