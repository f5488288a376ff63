"""wrong-question-count: a stated number of questions that is not true."""

from collections.abc import Iterator

from dlqa_lint.edits.retarget import renamed_by, retargeted
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Bank, Claim, Document
from dlqa_lint.model.finding import Edit, Finding, Fix, Place
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.source import Span


class WrongQuestionCount(DocumentRule):
    """A document says how many questions it (or one of its sections) holds, and holds another number.

    Readers who were promised 300 questions look for the rest, and the number of a bank is what others
    quote. Figures that promise no exact number (`100+`, `over 200`) are left alone, and so are numbers of names
    and parts (`Java 8 questions`, `Level 2`, `Day 12`); a range ("Questions 51-100") states numbers and no count,
    and a line with a duration or a share tells of an exam (`90 questions, 2 hours, 75 % to pass`).
    The same number stated in several places is one finding. In a document of
    several runs the number of one of them is right too. With `states_question_count` a title without a
    number is a finding as well.

    Example:
        # 50 interview questions

        (and 52 questions below)

    Repair:
        # 52 interview questions

    Fix: Writes the counted number, also in the document's links to such a title. It is safe under a schema
    file; under an inferred schema it is unsafe, for the number may be the one that was meant, and questions be
    lost.

    Schema: `title.states_question_count`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        wrong: dict[tuple[int, int], list[Claim]] = {}
        for claim in document.claims:
            counts = _counts(document, claim)
            # Where nobody recognised a question, nothing is proved; `no-questions` says it of a document.
            if claim.count not in counts and counts[0]:
                wrong.setdefault((claim.count, claim.section), []).append(claim)
        for claims in wrong.values():
            yield self._finding(document, claims)
        if document.schema.title.states_question_count and not _title_counts(document):
            span = document.title.span if document.title else Span(0, 0)
            yield self.finding(
                document, span, f"the title states no number of questions, expected {_total(document)}"
            )

    def _finding(self, document: Document, claims: list[Claim]) -> Finding:
        """The finding for a number that is stated wrongly, once or in several places."""
        first, *others = claims
        count = _counts(document, first)[0]
        edits = [Edit(document.path, claim.span, str(count)) for claim in claims]
        # A link to the title holds the number, too.
        edits += retargeted(LinkMap(Bank((document,))), document, renamed_by(document, edits)) or ()
        fix = Fix(f"state {count} questions", edits, safe=not document.schema.inferred)
        where = (
            f" in the section {quoted(document.sections[first.section].name)}" if first.section >= 0 else ""
        )
        places = f" (stated in {len(claims)} places)" if others else ""
        related = [Place(document.path, claim.span, "stated here too") for claim in others]
        message = f"{first.count} questions stated, {count} found{where}{places}"
        return self.finding(document, first.span, message, related=related, fix=fix)


def _total(document: Document) -> int:
    return sum(not question.withdrawn for question in document.questions)


def _counts(document: Document, claim: Claim) -> list[int]:
    """The numbers that a claim may state; the one that was counted comes first."""
    if claim.section >= 0:
        inside = set(document.sections[claim.section].questions)
        return [sum(q.position in inside and not q.withdrawn for q in document.questions)]
    runs = [len(run.questions) for run in document.runs] if len(document.runs) > 1 else []
    return [_total(document), *runs]


def _title_counts(document: Document) -> bool:
    title = document.title
    return title is not None and any(
        title.span.start <= claim.span.start < title.span.end for claim in document.claims
    )
