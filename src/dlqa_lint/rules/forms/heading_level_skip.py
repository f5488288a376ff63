"""heading-level-skip: a heading that is two or more levels deeper than the one before."""

from collections.abc import Iterator
from itertools import pairwise

from dlqa_lint.model.bank import Document, Heading
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted


class HeadingLevelSkip(DocumentRule):
    """A heading is two or more levels below the heading before it.

    Questions' own headings, and the step to or from one, are not meant: there the form decides about the
    level. Nor is a step that the document never takes by one level: it has no such level. Nor is the one from
    the title to a heading without questions, such as a motto, news or the heading of the contents.

    Readers who move by headings, with a screen reader for one, take the missing level for a missing part.

    Example:
        ## Basics
        ### Sources
        ## Mouths
        #### Deltas

    Repair:
        ## Basics
        ### Sources
        ## Mouths
        ### Deltas

    Fix: None. The heading may be too deep, or the one above it missing.

    Schema: none.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        steps = [
            (above, heading)
            for above, heading in pairwise(document.headings)
            if above.question is None and heading.question is None and heading.level > above.level
        ]
        proper = {above.level for above, heading in steps if heading.level == above.level + 1}
        for above, heading in steps:
            skipped = heading.level > above.level + 1 and above.level in proper
            if not skipped or _introduces(document, above, heading):
                continue
            line = document.source.position(above.span.start).line
            yield self.finding(
                document,
                heading.span,
                f"heading {quoted(heading.plain_text)} is on level {heading.level}, expected at most level "
                f"{above.level + 1} below {quoted(above.plain_text)} at line {line}",
            )


def _introduces(document: Document, above: Heading, heading: Heading) -> bool:
    """Whether a heading right below the title holds no question: a motto, news, the table of contents."""
    if document.title is None or document.title.span != above.span:
        return False
    return not any(section.questions for section in document.sections if section.span == heading.span)
