"""missing-contents: documents without the table of contents that their schema demands."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Severity
from dlqa_lint.rule import DocumentRule
from dlqa_lint.text.counts import counted
from dlqa_lint.text.source import Span


class MissingContents(DocumentRule):
    """A document has no table of contents though its schema demands one.

    Readers of a long bank look for one question; without a table of contents they scroll.

    Example:
        (the schema demands contents)

        # Interview questions

        ### 1. What is a tensor?

    Repair:
        # Interview questions

        - [1. What is a tensor?](#1-what-is-a-tensor)

        ### 1. What is a tensor?

    Fix: None. Which questions are worth listing, and how, is the author's choice; once a list holds half of
    a run, `missing-contents-entry` adds the rest.

    Schema: `contents.required`.
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        if not document.schema.contents.required or document.contents:
            return
        span = document.title.span if document.title else Span(0, 0)
        count = counted(len(document.questions), "question")
        yield self.finding(document, span, f"no table of contents found, expected one for {count}")
