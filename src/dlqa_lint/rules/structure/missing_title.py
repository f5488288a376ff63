"""missing-title: a document without the title that its schema demands."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule
from dlqa_lint.text.source import Span


class MissingTitle(DocumentRule):
    """A document has no title though its schema demands one.

    Sites and search results show a file by its title; without one a reader sees a file name.

    Example:
        ### 1. What is a tensor?

    Repair:
        # Interview questions

        ### 1. What is a tensor?

    Fix: None. Somebody has to name the document.

    Schema: `title.required`, `title.form`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        if document.schema.title.required and document.title is None:
            form = document.schema.title.form or "# {text}"
            yield self.finding(
                document, Span(0, 0), f'no title found, expected one like "{form}" above the questions'
            )
