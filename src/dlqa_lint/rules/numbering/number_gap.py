"""number-gap: the count of the questions skips numbers."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Bank, Document, StatedRange
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import LinkedRule, quoted
from dlqa_lint.rules.numbering._faults import Found, fix_from, found, other, where


class NumberGap(LinkedRule):
    """A question's number skips one or more numbers after the question before it.

    The finding is at the first question after the gap, and only there: the questions that follow are
    right again. Where the title or the introduction states the last number ("Questions 51-100"), a count that
    ends before it is a gap as well, at the last question. A withdrawn question (`~~### 3. …~~`) keeps its
    number and explains a gap, and so does a fence that swallows its questions. A question that is
    in the gap with a wrong number, or with none, is reported as that and not as a gap.

    A reader who looks for question 3 finds nothing, and cannot tell whether it was removed or never written.
    Without a schema, numbers of which most, or four and a third, leave some out are not gaps: they are the exercises
    of a book that were solved.

    Example:
        ### 2. What is dropout?
        ### 4. What is a batch?

    Repair:
        ### 2. What is dropout?
        ### 3. What is a batch?

    Fix: Numbers the questions from the gap on, and takes contents, anchors, links and references in the text
    along. No word changes. As readers cite numbers, the fix is safe only where a schema file gives the
    owner's word. Only the first ten gaps of a run carry it, as each closes those after it too.

    Schema: `numbering.scope` says where the count starts again; `none` has no gaps, and `ids` have them only
    when nearly all ids are used. Lists that the renderer numbers (`1. 1. 1.`) have none.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        for gap in found(bank, "gap"):
            if _is_swallowed(gap):
                continue
            yield self.finding(
                gap.document,
                gap.span,
                f"{gap.said}, expected {gap.expected} after {where(gap.fault.other)}",
                question=gap.question,
                related=other(gap, "the number before the gap"),
                fix=fix_from(gap),
            )
        for document in bank.documents:
            if document.stated and len(document.runs) == 1:
                yield from self._at_the_end(document, document.stated)

    def _at_the_end(self, document: Document, stated: StatedRange) -> Iterator[Finding]:
        """The questions that a title promises and that are missing after the last one."""
        numbered = [question for question in document.questions if question.number]
        last = max(numbered, key=lambda question: question.number.value if question.number else ())
        if last.number and last.number.value[-1] < stated.last and not last.withdrawn:
            said = quoted(document.source.slice(stated.span))
            message = (
                f"the last question {quoted(last.plain_text)} is numbered {last.number.label}, expected questions up "
                f"to {stated.last}, for {said} says so"
            )
            related = [Place(document.path, stated.span, "the numbers as stated")]
            yield self.finding(document, last.number.span, message, question=last, related=related)


def _is_swallowed(gap: Found) -> bool:
    """Whether a fence in the gap has no end: `unclosed-block` names the cause."""
    before = gap.fault.other.question if gap.fault.other else None
    return before is not None and any(
        before.span.start < remnant.span.start < gap.question.span.start
        for remnant in gap.document.remnants
        if remnant.kind == "unclosed-block" and not remnant.text.startswith("<")
    )
