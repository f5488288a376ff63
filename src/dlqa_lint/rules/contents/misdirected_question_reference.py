"""misdirected-question-reference: links that name one question by its number and lead to another."""

from bisect import bisect_left
from collections.abc import Iterator

from dlqa_lint.links.references import Reference, references
from dlqa_lint.links.targets import targets_of
from dlqa_lint.model.bank import Document, Link, Question
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import DocumentRule, quoted


class MisdirectedQuestionReference(DocumentRule):
    """A link says the number of one question and leads to another.

    The reader who clicks and the reader who looks the number up arrive at different answers, and one of them is
    sent wrong. A link that names several numbers, and one to another document, are left alone.

    Example:
        It is a regulariser, see [question 12](#13-what-is-batch-normalization).

    Repair:
        It is a regulariser, see [question 12](#12-what-is-dropout).

    Fix: None. Whether the number is meant or the link, only its author knows. Renumbering takes both along.

    Schema: `contents.anchors`, and the numbers that the question's form gives.
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        linked = list(_linked(document))
        if not linked:
            return
        targets = targets_of(document)
        for link, reference in linked:
            landing = targets.find(link.target[1:])
            led = landing.question if landing else None
            if led and reference.target and led.position != reference.target.position:
                yield self._finding(document, reference, reference.target, led)

    def _finding(self, document: Document, reference: Reference, named: Question, led: Question) -> Finding:
        said = quoted(document.source.slice(reference.phrase).replace("[", ""))
        to = f"{quoted(led.plain_text)} at line {led.line}"
        message = f"the link {said} leads to {to}, expected {quoted(named.plain_text)} at line {named.line}"
        related = (
            Place(document.path, named.span, "the question that has the number"),
            Place(document.path, led.span, "the question to which the link leads"),
        )
        return self.finding(document, reference.span, message, question=reference.question, related=related)


def _linked(document: Document) -> Iterator[tuple[Link, Reference]]:
    """The references that are alone in the text of a link to a place of their own document."""
    links = [link for link in document.links if link.target.startswith("#") and not link.in_contents]
    said = list(references(document)) if links else []
    for link in links:
        at = bisect_left(said, link.text_span.start, key=lambda reference: reference.span.start)
        inside = [one for one in said[at : at + 2] if one.span.end <= link.text_span.end]
        if len(inside) == 1:
            yield link, inside[0]
