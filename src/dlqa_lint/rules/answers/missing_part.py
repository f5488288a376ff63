"""missing-part: an answer without a labelled part that the schema demands."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted


class MissingPart(DocumentRule):
    """An answer lacks a part that its schema demands, or has nothing behind the part's label.

    Who reads only that part of each answer, the short version on the way to an interview for one, finds nothing
    there. An answer that is missing altogether is a fault of its own.

    Example:
        (the schema demands the part `In depth`)

        ### 1. What is a tensor?
        Answer: An array with any number of axes.

    Repair:
        ### 1. What is a tensor?
        Answer: An array with any number of axes.

        In depth: A scalar has no axis, a vector one, a matrix two.

    Fix: None. Somebody has to write the part.

    Schema: `part.name`, `part.required`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        demanded = [demand.name for demand in document.schema.part if demand.required]
        for question in document.questions if demanded else ():
            answer = question.answer
            if answer is None or not answer.given or question.withdrawn:
                continue
            said = {part.name for part in answer.parts}
            lacking = " and ".join(quoted(name) for name in demanded if name not in said)
            asked = quoted(question.plain_text)
            if lacking:
                message = f"the answer to {asked} has no part {lacking}, expected one"
                yield self.finding(document, answer.span, message, question=question)
            for part in answer.parts:
                if part.name in demanded and not part.text:
                    message = (
                        f"the part {quoted(part.name)} of the answer to {asked} is empty, expected words"
                    )
                    yield self.finding(document, part.span, message, question=question)
