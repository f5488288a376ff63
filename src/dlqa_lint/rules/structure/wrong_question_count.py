"""wrong-question-count: a stated number of questions that is not true."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Claim, Document
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.source import Span


class WrongQuestionCount(DocumentRule):
    """A document says how many questions it (or one of its sections) holds, and holds another number.

    Readers who were promised 300 questions look for the rest, and the number of a bank is what others
    quote. Figures that promise no exact number (`100+`, `over 200`) are left alone. In a document of
    several runs the number of one of them is right too. With `states_question_count` a title without a
    number is a finding as well.

    Example:
        # 50 interview questions

        (and 52 questions below)

    Repair:
        # 52 interview questions

    Fix: Writes the counted number. It is safe under a schema file; under an inferred schema it is unsafe,
    for the number may be the one that was meant, and questions be lost.

    Schema: `title.states_question_count`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        for claim in document.claims:
            counts = _counts(document, claim)
            # A section whose questions nobody recognised proves nothing.
            if claim.count not in counts and (counts[0] or claim.section < 0):
                edit = Edit(document.path, claim.span, str(counts[0]))
                fix = Fix(f"state {counts[0]} questions", (edit,), safe=not document.schema.inferred)
                where = (
                    f" in the section {quoted(document.sections[claim.section].name)}"
                    if claim.section >= 0
                    else ""
                )
                message = f"{claim.count} questions stated, {counts[0]} found{where}"
                yield self.finding(document, claim.span, message, fix=fix)
        if document.schema.title.states_question_count and not _title_counts(document):
            span = document.title.span if document.title else Span(0, 0)
            yield self.finding(
                document, span, f"the title states no number of questions, expected {_total(document)}"
            )


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
