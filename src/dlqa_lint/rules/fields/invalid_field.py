"""invalid-field: a field with a value that the schema does not allow."""

from collections.abc import Iterator, Sequence

from dlqa_lint.model.bank import Document, Field, Question
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

    Schema: `field.name`, `field.values`, `field.several`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        allowed = {demand.name.casefold(): demand for demand in document.schema.field if demand.values}
        for question in document.questions if allowed else ():
            for field in question.fields:
                demand = allowed.get(field.name.casefold())
                for said in _values(field, several=demand.several) if demand else ():
                    if demand and said not in demand.values:
                        yield self._invalid(document, question, field, said, demand.values)

    def _invalid(
        self, document: Document, question: Question, field: Field, said: str, values: Sequence[str]
    ) -> Finding:
        meant = next((value for value in values if value.casefold() == said.casefold()), None)
        at = document.source.text.rfind(said, field.span.start, field.span.end)
        fix = None
        if meant is not None and at >= 0:
            edit = Edit(document.path, Span(at, at + len(said)), meant)
            fix = Fix(f"write {quoted(meant)}", (edit,), safe=False)
        expected = ", ".join(quoted(value) for value in values)
        message = f"the field {quoted(field.name)} says {quoted(said)}, expected one of {expected}"
        return self.finding(document, field.span, message, question=question, fix=fix)


def _values(field: Field, *, several: bool) -> list[str]:
    """What a field says: one value, or several with commas between them."""
    return [value.strip() for value in field.value.split(",")] if several else [field.value]
