"""missing-field: a question without a field that the schema demands."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted


class MissingField(DocumentRule):
    """A question lacks a field that its schema demands.

    Who picks questions by difficulty or topic never meets one that does not say its own.

    Example:
        (the schema demands `Difficulty`)

        ### 1. What is a tensor?

        An array with any number of axes.

    Repair:
        ### 1. What is a tensor?

        Difficulty: easy

        An array with any number of axes.

    Fix: None. Somebody has to choose the value.

    Schema: `field.name`, `field.required`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        demanded = [demand for demand in document.schema.field if demand.required]
        for question in document.questions if demanded else ():
            given = {field.name.casefold() for field in question.fields}
            lacking = [demand.name for demand in demanded if demand.name.casefold() not in given]
            if lacking and not question.withdrawn:
                names = " and ".join(quoted(name) for name in lacking)
                message = f"{quoted(question.plain_text)} has no field {names}, expected one"
                yield self.finding(document, question.span, message, question=question)
