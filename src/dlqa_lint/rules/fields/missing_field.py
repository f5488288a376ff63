"""missing-field: a question without a field that the schema demands."""

import posixpath
from collections.abc import Iterator

from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import LinkedRule, quoted
from dlqa_lint.rules.fields._labels import OwnedQuestion, lacking
from dlqa_lint.text.paths import slashed


class MissingField(LinkedRule):
    """A question lacks a field that its schema demands, or that all others have.

    Who picks questions by difficulty or topic never meets one that does not say its own. Without a schema a line
    such as `Difficulty: easy` is a field if all questions of a document but one have it, or all files of a folder
    that hold a question each, and its values come again; such a finding is information and fails no run.

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

    def check(self, bank: Bank) -> Iterator[Finding]:
        for document in bank.documents:
            yield from self._demanded(document)
        for asked in _alike(bank):
            for found in lacking(asked):
                document, question = found.asked
                message = (
                    f"{quoted(question.plain_text)} has no field {quoted(found.name)}, which all {found.others} "
                    "others have, expected one"
                )
                finding = self.finding(document, question.span, message, question=question)
                yield finding._replace(severity=Severity.INFO)

    def _demanded(self, document: Document) -> Iterator[Finding]:
        """The fields that a schema demands and a question lacks."""
        demanded = [demand for demand in document.schema.field if demand.required]
        for question in document.questions if demanded else ():
            given = {field.name.casefold() for field in question.fields}
            lacking = [demand.name for demand in demanded if demand.name.casefold() not in given]
            if lacking and not question.withdrawn:
                names = " and ".join(quoted(name) for name in lacking)
                message = f"{quoted(question.plain_text)} has no field {names}, expected one"
                yield self.finding(document, question.span, message, question=question)


def _alike(bank: Bank) -> Iterator[list[OwnedQuestion]]:
    """The questions of each document, and those of all files of a folder that hold one each; under no schema."""
    alone: dict[str, list[OwnedQuestion]] = {}
    for document in bank.documents:
        asked = [
            OwnedQuestion(document, question) for question in document.questions if not question.withdrawn
        ]
        if document.schema.inferred and len(asked) == 1:
            alone.setdefault(posixpath.dirname(slashed(document.path)), []).extend(asked)
        elif document.schema.inferred:
            yield asked
    yield from alone.values()
