"""invalid-field: a field with a value that the schema does not allow."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.source import Span


class InvalidField(DocumentRule):
    """A field has a value that its schema does not allow.

    A value of its own (`Difficulty: eazy`) takes the question out of every selection by that field.

    Example:
        (the schema allows `easy`, `medium`, `hard`)

        Difficulty: Easy

    Repair:
        Difficulty: easy

    Fix: Where only capitals differ, writes the value as the schema has it. It is unsafe, for a word of the
    question changes. Other values somebody has to choose.

    Schema: `field.name`, `field.values`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        allowed = {demand.name.casefold(): demand.values for demand in document.schema.field if demand.values}
        for question in document.questions if allowed else ():
            for field in question.fields:
                values = allowed.get(field.name.casefold(), ())
                if not values or field.value in values:
                    continue
                meant = next((value for value in values if value.casefold() == field.value.casefold()), None)
                at = document.source.text.rfind(field.value, field.span.start, field.span.end)
                fix = None
                if meant is not None and at >= 0:
                    edit = Edit(document.path, Span(at, at + len(field.value)), meant)
                    fix = Fix(f"write {quoted(meant)}", (edit,), safe=False)
                expected = ", ".join(quoted(value) for value in values)
                message = (
                    f"the field {quoted(field.name)} says {quoted(field.value)}, expected one of {expected}"
                )
                yield self.finding(document, field.span, message, question=question, fix=fix)
