"""heading-level-skip: a heading that is two or more levels deeper than the one before."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from dlqa_lint.bank import Document, Heading
from dlqa_lint.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted

_HABIT = 3
"""So many equal steps are a document's way of writing."""


class HeadingLevelSkip(DocumentRule):
    """A heading is two or more levels below the heading before it.

    Questions' own headings, and the step to or from one, are not meant: there the form decides about the
    level. Nor is a step that the document takes at least three times and never by one level, nor the one
    from the title to the heading of the contents.

    Readers who move by headings, with a screen reader for one, take the missing level for a missing part.

    Example:
        # Handbook
        ### Basics

    Repair:
        # Handbook
        ## Basics

    Fix: None. The heading may be too deep, or the one above it missing.

    Schema: none.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        steps = [
            (above, heading)
            for above, heading in pairwise(document.headings)
            if above.question is None and heading.question is None and heading.level > above.level
        ]
        taken = Counter((above.level, heading.level) for above, heading in steps)
        for above, heading in steps:
            from_to = above.level, heading.level
            habit = taken[from_to] >= _HABIT and not taken[above.level, above.level + 1]
            if heading.level == above.level + 1 or habit or _opens_contents(document, above, heading):
                continue
            line = document.source.position(above.span.start).line
            yield self.finding(
                document,
                heading.span,
                f"heading {quoted(heading.words)} is on level {heading.level}, expected at most level "
                f"{above.level + 1} below {quoted(above.words)} at line {line}",
            )


def _opens_contents(document: Document, above: Heading, heading: Heading) -> bool:
    """Whether a heading right below the title holds the table of contents."""
    if document.title is None or document.title.span != above.span:
        return False
    following = (other.span.start for other in document.headings if other.span.start > heading.span.start)
    end = next(following, len(document.source.text))
    return any(heading.span.end <= table.span.start < end for table in document.contents)
