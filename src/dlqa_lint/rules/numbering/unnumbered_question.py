"""unnumbered-question: a question without a number among numbered ones."""

from collections.abc import Iterator
from itertools import groupby

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.model.form import NUMBER
from dlqa_lint.model.question import Question
from dlqa_lint.rule import DocumentRule, quoted

_FORGOTTEN = 3
"""Nobody forgets more numbers in a row. Set by hand."""


class UnnumberedQuestion(DocumentRule):
    """A question has no number although the other questions of its run have one.

    Headings stacked on one answer, and withdrawn questions, need no number. Without a schema file, neither do
    more than three in a row: they are a part of the bank that is not numbered.

    Nobody can cite the question, and the numbers around it hide that it is there.

    Example:
        ### 1. What is a tensor?
        ### What is a rank?
        ### 3. What is a shape?

    Repair:
        ### 1. What is a tensor?
        ### 2. What is a rank?
        ### 3. What is a shape?

    Fix: None. Which number the question gets, and whether it is a question at all, a person decides.

    Schema: `question.form` (a form with `{number}`), `numbering.scope` (`none` demands no number).
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        forms = document.schema.question.form
        if (
            document.schema.numbering.scope == "none"
            or not forms
            or not all(NUMBER in form for form in forms)
        ):
            return
        for question in _lacking(document):
            yield self.finding(
                document,
                question.text_span,
                f"question {quoted(question.plain_text)} has no number, "
                f"expected one as in {quoted(forms[0])}",
                question=question,
            )


def _lacking(document: Document) -> Iterator[Question]:
    """The questions without a number that need one."""
    for number, following in groupby(document.questions, key=lambda question: question.number):
        stretch = list(following)
        if number or (document.schema.inferred and len(stretch) > _FORGOTTEN):
            continue
        for question in stretch:
            run = document.runs[question.run] if document.runs else None
            if not (question.withdrawn or question.shares_answer or run is None or run.lazy):
                yield question
