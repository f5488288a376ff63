"""too-few-options: a quiz question without a choice."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.counts import counted


class TooFewOptions(DocumentRule):
    """A question offers fewer options than the schema demands.

    A single option is not a choice: the others were lost, or are written so that nobody recognises them.
    Questions without any option are meant only under a schema that requires options.

    Example:
        ### Q2. Which of these is mutable?

        - [x] a list

    Repair:
        - [x] a list
        - [ ] a tuple

    Fix: None. Somebody has to write the other options.

    Schema: `options.minimum`, `options.required`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        options = document.schema.options
        for question in document.questions if options else ():
            count = len(question.options)
            meant = count > 0 or (options is not None and options.required)
            if options and count < options.minimum and meant and not question.withdrawn:
                found = counted(count, "option")
                message = f"{quoted(question.plain_text)} has {found}, expected at least {options.minimum}"
                yield self.finding(document, question.span, message, question=question)
