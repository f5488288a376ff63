"""heading-level-skip: a heading that is two or more levels deeper than the one before."""

from collections.abc import Iterator
from itertools import pairwise

from dlqa_lint.bank import Document
from dlqa_lint.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted


class HeadingLevelSkip(DocumentRule):
    """A heading is two or more levels below the heading before it.

    Questions' own headings, and the step to or from one, are not meant: there the form decides about the
    level.

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
        for above, heading in pairwise(document.headings):
            if above.question is not None or heading.question is not None or heading.level <= above.level + 1:
                continue
            line = document.source.position(above.span.start).line
            yield self.finding(
                document,
                heading.span,
                f"heading {quoted(heading.words)} is on level {heading.level}, expected at most level "
                f"{above.level + 1} below {quoted(above.words)} at line {line}",
            )
