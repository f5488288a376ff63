"""part-order: labelled parts of an answer in another order than the schema's."""

from collections.abc import Iterator

from dlqa_lint.edits.longest_rising import expected_beside, out_of_order
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import DocumentRule, quoted


class PartOrder(DocumentRule):
    """A part of an answer stands in another place than the schema's order gives it.

    Readers know where each answer has its parts, and look for them there.

    Example:
        (the schema names `In depth` before `Next question`)

        Next question: What is the rank of a scalar?

        In depth: A scalar has no axis, a vector one, a matrix two.

    Repair:
        In depth: A scalar has no axis, a vector one, a matrix two.

        Next question: What is the rank of a scalar?

    Fix: None. What is written between two labels may belong to either.

    Schema: `part.name`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        order = {demand.name: index for index, demand in enumerate(document.schema.part)}
        for question in document.questions if order else ():
            parts = question.answer.parts if question.answer else ()
            places = [order[part.name] for part in parts]
            for index in sorted(out_of_order(places)):
                beside, side = expected_beside(places, index)
                name, neighbour = quoted(parts[index].name), parts[beside]
                message = f"the part {name} is out of order, expected {side} {quoted(neighbour.name)}"
                related = (Place(document.path, neighbour.span, f"expected {side} this part"),)
                yield self.finding(document, parts[index].span, message, question=question, related=related)
