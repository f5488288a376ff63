"""missing-section: a section that the schema demands and the document lacks."""

from collections.abc import Iterator

from dlqa_lint.links.entries import normal
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.source import Span


class MissingSection(DocumentRule):
    """A document lacks a section that its schema demands.

    Documents of one bank that are built alike are found through alike; a section that is missing is looked
    for.

    Example:
        (the schema demands `Basics` and `Training`)

        ## Basics

    Repair:
        ## Basics

        ## Training

    Fix: None. Somebody has to write the section, or to give the one that was renamed its name.

    Schema: `section.name`, `section.required`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        names = {normal(section.name): section for section in document.sections}
        span = document.title.span if document.title else Span(0, 0)
        before = None
        for demand in document.schema.section:
            found = names.get(normal(demand.name))
            if found:
                before = found
            elif demand.required:
                where = f" after {quoted(before.name)}" if before else ""
                message = f"no section {quoted(demand.name)} found, expected one{where}"
                yield self.finding(document, before.span if before else span, message)
