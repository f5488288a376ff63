"""points-total: points of questions that do not add up to a stated total."""

from collections.abc import Iterator, Mapping, Sequence

from dlqa_lint.language.points import Points, totals, worth
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.inline import mask_code
from dlqa_lint.text.source import Span


class PointsTotal(DocumentRule):
    """The points of the questions do not add up to the total that the document states.

    Whoever takes the exam cannot reach what is promised, or reaches more, and nobody knows which question is marked
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
        worths = {
            question.position: _in_brackets(document, question.span)
            for question in document.questions
            if not question.withdrawn
        }
        # Most banks have no points; the patterns of totals are large, and only compiling them takes a while.
        if sum(map(bool, worths.values())) < _LEAST:
            return
        found = list(self._sections(document, worths))
        if not found:
            # Where a section is wrong, so is the whole.
            stated = {total.number: total for total in reversed(_stated(document))}
            for total in sorted(stated.values(), key=lambda total: total.span):
                found += self._compared(document, total, list(worths.values()), "")
        yield from found

    def _sections(self, document: Document, worths: Mapping[int, Points | None]) -> Iterator[Finding]:
        """The sections whose headings state another total than their questions have."""
        for section in document.sections:
            members = [worths[at] for at in section.questions if at in worths]
            stated = _in_brackets(document, section.heading.span)
            if stated and len(members) < len(worths):
                yield from self._compared(
                    document, stated, members, f" of the section {quoted(section.name)}"
                )

    def _compared(
        self, document: Document, total: Points, worths: Sequence[Points | None], where: str
    ) -> Iterator[Finding]:
        """The finding where questions that all have points are worth something else together than is stated."""
        known = [points for points in worths if points]
        together = sum(points.number for points in known)
        if len(known) < max(len(worths), _LEAST) or abs(together - total.number) < _SAME:
            return
        message = (
            f"{total.number:g} points stated, but the {len(known)} questions{where} are worth {together:g}, "
            "expected the same"
        )
        related = [Place(document.path, points.span, f"{points.number:g} of them") for points in known]
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
