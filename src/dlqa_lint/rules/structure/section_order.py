"""section-order: sections in another order than the schema's."""

from collections.abc import Iterator

from dlqa_lint.edits.longest_rising import expected_beside, out_of_order
from dlqa_lint.links.entries import normal
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import DocumentRule, quoted


class SectionOrder(DocumentRule):
    """A section is in another place than the schema's order gives it.

    Documents of one bank are read side by side; a section in another place is overlooked. Sections that the
    schema does not name may be anywhere.

    Example:
        (the schema names `Basics` before `Training`)

        ## Training

        ## Basics

    Repair:
        ## Basics

        ## Training

    Fix: None. Moving a section would renumber its questions, which its author should decide.

    Schema: `section.name`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        order = {normal(demand.name): index for index, demand in enumerate(document.schema.section)}
        known = [section for section in document.sections if normal(section.name) in order]
        places = [order[normal(section.name)] for section in known]
        for index in sorted(out_of_order(places)):
            beside, side = expected_beside(places, index)
            name, neighbour = quoted(known[index].name), known[beside]
            message = f"the section {name} is out of order, expected {side} {quoted(neighbour.name)}"
            related = (Place(document.path, neighbour.span, f"expected {side} this section"),)
            yield self.finding(document, known[index].span, message, related=related)
