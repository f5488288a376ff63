"""orphan-options: options that belong to no question."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted


class OrphanOptions(DocumentRule):
    """Options have no question that asks for them.

    They are what is left of a question that was deleted or lost in a merge; readers cannot tell what is
    asked.

    Example:
        # Quiz

        - [ ] a list
        - [x] a tuple

        ### Q1. What is a set?

    Repair:
        # Quiz

        ### Q1. What is a set?

    Fix: None. Whether the question comes back or the options go is the author's choice.

    Schema: `options.form`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        for remnant in document.remnants:
            if remnant.kind == "orphan-options":
                message = f"the options from {quoted(remnant.text)} on belong to no question"
                yield self.finding(document, remnant.span, message)
