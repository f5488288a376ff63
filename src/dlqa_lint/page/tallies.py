"""Counting: how many questions there are and how many are answered, by document and section; how long answers are."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.model.question import Question
from dlqa_lint.report.parts.question_state import number_and_words
from dlqa_lint.text.counts import how_many

EDGES = (10, 25, 50, 100, 200, 400)
"""The most words of an answer in each class of lengths but the last: round numbers, each about twice the one before,
so that a bank of infos spreads over the classes as well as one of essays."""
_ENDS = 5  # how many of the shortest and of the longest answers are named


class Tally(NamedTuple):
    """Some questions: how many there are, how many have an answer, and how long the middle one of these is."""

    questions: int = 0
    answered: int = 0
    words: int = 0

    @property
    def percent(self) -> int:
        """The share that is answered, rounded down: with one question open it is not 100."""
        return self.answered * 100 // self.questions if self.questions else 0


class SectionRow(NamedTuple):
    """A section that has questions; `depth` is 0 for the outermost."""

    name: str
    depth: int
    tally: Tally


class DocumentRow(NamedTuple):
    """A document, its sections, and the state of its contents and of the right options of its quiz."""

    path: str
    title: str
    tally: Tally
    sections: tuple[SectionRow, ...]
    contents: str
    options: str
    findings: int


class LengthClass(NamedTuple):
    """How many answers have so many words."""

    name: str
    answers: int


class Length(NamedTuple):
    """How long the answer of a question is, and where it is asked."""

    words: int
    question: str
    path: str
    line: int


def tally_of(questions: Iterable[Question]) -> Tally:
    """The tally of some questions."""
    asked = list(questions)
    return Tally(len(asked), sum(q.answered for q in asked), int(median(_words(asked) or [0])))


def total_of(documents: Iterable[Document]) -> Tally:
    """The tally of all questions."""
    return tally_of(question for document in documents for question in document.questions)


def rows_of(documents: Iterable[Document], findings: Iterable[Finding]) -> list[DocumentRow]:
    """The documents, each with what it holds."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.path, []).append(finding)
    return [_row(document, found.get(document.path, [])) for document in documents]


def length_classes(documents: Iterable[Document]) -> list[LengthClass]:
    """How many answers there are of each class of lengths, the short ones first."""
    lengths = [words for document in documents for words in _words(document.questions)]
    classes = []
    for least, most in zip((1, *(edge + 1 for edge in EDGES)), (*EDGES, None), strict=True):
        name = f"{least}–{most}" if most else f"{least} and more"
        among = sum(least <= words and (most is None or words <= most) for words in lengths)
        classes.append(LengthClass(name, among))
    return classes


def shortest_and_longest(documents: Iterable[Document]) -> tuple[list[Length], list[Length]]:
    """The answers with the fewest and with the most words, none in both."""
    lengths = sorted(
        Length(question.answer.word_count, number_and_words(question), document.path, question.line)
        for document in documents
        for question in document.questions
        if question.answer and question.answer.given
    )
    shortest = lengths[: min(_ENDS, len(lengths) // 2)]
    return shortest, lengths[len(lengths) - len(shortest) :][::-1]


def _words(questions: Iterable[Question]) -> list[int]:
    """The lengths of answers that are written in words."""
    return [q.answer.word_count for q in questions if q.answer and q.answer.given]


def _row(document: Document, findings: Sequence[Finding]) -> DocumentRow:
    title = document.title.plain_text if document.title else ""
    return DocumentRow(
        document.path,
        title,
        tally_of(document.questions),
        tuple(_sections(document)),
        _contents(document, findings),
        _options(document),
        len(findings),
    )


def _sections(document: Document) -> Iterable[SectionRow]:
    asking = [section for section in document.sections if section.questions]
    outermost = min((section.level for section in asking), default=0)
    for section in asking:
        tally = tally_of(map(document.at, section.questions))
        yield SectionRow(section.name, section.level - outermost, tally)


def _contents(document: Document, findings: Sequence[Finding]) -> str:
    """How many entries the contents have, and how many findings are about them."""
    # The rules on contents say so in their names; the others of the family are about links.
    wrong = sum("contents" in finding.rule.split("-") for finding in findings)
    if not document.contents:
        return "missing" if wrong else "none"
    entries = sum(len(contents.entries) for contents in document.contents)
    state = how_many(wrong, "finding") if wrong else "in step"
    return f"{entries} {'entry' if entries == 1 else 'entries'}, {state}"


def _options(document: Document) -> str:
    """Of how many questions with options it is known which one is right, and whether a key says so."""
    choices = [question for question in document.questions if len(question.options) > 1]
    if not choices:
        return "no options"
    known = sum(bool(question.right) for question in choices)
    entries = sum(len(key.entries) for key in document.keys)
    key = f"; key of {entries}" if entries else ""
    return f"{known} of {len(choices)} known{key}"
