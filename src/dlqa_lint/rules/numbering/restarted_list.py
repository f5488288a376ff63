"""restarted-list: a list that the renderer numbers, and that begins again at every item."""

from collections.abc import Iterator
from itertools import groupby

from dlqa_lint.links.targets import link_map_of
from dlqa_lint.model.bank import Bank, Document, Question, Run
from dlqa_lint.model.finding import Finding, Fix, Severity
from dlqa_lint.rule import LinkedRule, place, quoted
from dlqa_lint.rules.numbering._faults import Found, begins_again, fix_from, found, other

_SLIP = 2
"""This many questions with one number may be a slip of the pen."""

_ENDED = "the unindented text above it ends the list"


class RestartedList(LinkedRule):
    """A question of a lazy list (`1. 1. 1.`) is rendered as number 1 again.

    The author leaves the numbers to the renderer, but unindented text between the items ends the
    list: readers see 1. 1. 1., and cannot cite a question. It is one finding for a list that ends at every item,
    at its second question, and one for each place at which a list breaks off that continues otherwise.

    Example:
        1. What is a tensor?

        An array of numbers.

        1. What is a rank?

        The number of axes.

    Repair:
        1. What is a tensor?

           An array of numbers.

        1. What is a rank?

           The number of axes.

    Fix: Writes the numbers that readers should see, and takes contents and links along. As they are numbers that
    readers cite, it is safe only where a schema file gives the owner's word.

    Schema: `numbering.scope`; with `none` numbers do not matter.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        for document in bank.documents:
            counted = document.schema.numbering.scope != "none"
            groups = [group for run in document.runs if counted for group in _restarted(document, run)]
            # Two questions with one number, and no such list elsewhere, are one slip.
            if len(groups) > 1 or any(len(group) > _SLIP for group in groups):
                yield from (self._finding(bank, document, group) for group in groups)
        yield from (self._broken(again) for again in found(bank, "duplicate") if begins_again(again))

    def _broken(self, again: Found) -> Finding:
        label = again.question.number.label if again.question.number else ""
        asked = quoted(again.question.plain_text)
        message = f"readers see question {asked} as number {label} again, expected {again.expected}: {_ENDED}"
        first = other(again, "the first question of the list")
        return self.finding(
            again.document, again.span, message, question=again.question, related=first, fix=fix_from(again)
        )

    def _finding(self, bank: Bank, document: Document, group: list[Question]) -> Finding:
        first, second, *others = group
        values = {question.number: at for at, question in enumerate(group, 1) if question.number}
        from dlqa_lint.edits.mentions import Mentions  # only where something is wrong
        from dlqa_lint.edits.renumber import renumbering

        edits = renumbering(Mentions(link_map_of(bank)), document, values)
        fix = Fix("write the numbers", edits, safe=not document.schema.inferred) if edits else None
        label = second.number.label if second.number else ""
        more = f" (and so on to question {quoted(others[-1].plain_text)})" if others else ""
        asked = quoted(second.plain_text)
        message = f"readers see question {asked} as number {label} again, expected 2: {_ENDED}{more}"
        related = [
            place(document, first, "the question before"),
            *(place(document, q, "here too") for q in others),
        ]
        span = second.number.span if second.number else second.span
        return self.finding(document, span, message, question=second, related=related, fix=fix)


def _restarted(document: Document, run: Run) -> Iterator[list[Question]]:
    """The questions of a run, section by section, that are all rendered with the number they are written with."""
    members = set(run.questions)
    asked = [q for q in document.questions if q.position in members]
    numbers = [q.number for q in asked if q.number]
    if not run.lazy or any(n.lazy or n.spelling != "1" for n in numbers):
        return
    for _, group in groupby(asked, key=lambda q: q.section):
        counted = [question for question in group if question.number]
        if len(counted) > 1:
            yield counted
