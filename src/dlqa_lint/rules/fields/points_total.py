"""points-total: points of questions that do not add up to a stated total."""

from collections.abc import Iterator, Sequence

from dlqa_lint.language.points import Points, totals, worth
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.inline import mask_code
from dlqa_lint.text.source import Span


class PointsTotal(DocumentRule):
    """The points of the questions do not add up to the total that the document states.

    Who takes the exam cannot reach what is promised, or reaches more, and nobody knows which question is marked
    wrongly. A total may be stated in the title (`Midterm (40 points)`), before the first question (`Total: 40
    points`), or in the heading of a section, for its own questions. It counts only if each question says in its
    line what it is worth (`(5 points)`), in whatever language. A limit (`at least 20 points`), a rate (`2 points
    each`) and an exam of which some questions are to be chosen state no total.

    Example:
        # Exam (10 points)

        ### 1. What is a tensor? (5 points)

        ### 2. What is a rank? (4 points)

    Repair:
        ### 2. What is a rank? (5 points)

    Fix: None. Whether the total is wrong or a question, only somebody who knows can say.

    Schema: `question.form`, by which questions are recognised.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        asked = [question for question in document.questions if not question.withdrawn]
        found = list(self._sections(document, asked))
        if not found:
            # Where a section is wrong, so is the whole.
            stated = {total.number: total for total in reversed(_stated(document))}
            for total in sorted(stated.values(), key=lambda total: total.span):
                found += self._compared(document, total, asked, "")
        yield from found

    def _sections(self, document: Document, asked: Sequence[Question]) -> Iterator[Finding]:
        """The sections whose headings state another total than their questions have."""
        for section in document.sections:
            inside = frozenset(section.questions)
            members = [question for question in asked if question.position in inside]
            stated = _in_brackets(document, section.heading.span)
            if stated and len(members) < len(asked):
                yield from self._compared(
                    document, stated, members, f" of the section {quoted(section.name)}"
                )

    def _compared(
        self, document: Document, total: Points, asked: Sequence[Question], where: str
    ) -> Iterator[Finding]:
        """The finding where questions that all have points are worth something else together than is stated."""
        worths = [_in_brackets(document, question.span) for question in asked]
        points = [worth.number for worth in worths if worth]
        if len(points) < len(asked) or len(points) < _LEAST or abs(sum(points) - total.number) < _SAME:
            return
        message = (
            f"{total.number:g} points stated, but the {len(points)} questions{where} are worth {sum(points):g}, "
            "expected the same"
        )
        related = [Place(document.path, worth.span, f"{worth.number:g} of them") for worth in worths if worth]
        yield self.finding(document, total.span, message, related=related)


_LEAST = 2
"""A single question adds up to nothing."""

_SAME = 0.001
"""Halves and quarters of points are added exactly, thirds are not."""


def _stated(document: Document) -> list[Points]:
    """The totals in the title and before the first question, in order."""
    first = document.questions[0].span.start if document.questions else 0
    title = _in_brackets(document, document.title.span) if document.title else None
    said = list(totals(mask_code(document.source.text[:first])))
    return ([title] if title and title.span not in {total.span for total in said} else []) + said


def _in_brackets(document: Document, span: Span) -> Points | None:
    """What the lines of a span say in brackets that something is worth."""
    return worth(document.source.text, span)
