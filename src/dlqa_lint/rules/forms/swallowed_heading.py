"""swallowed-heading: a heading that the HTML right above it swallows."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document, question_at
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.source import Span


class SwallowedHeading(DocumentRule):
    """A heading is right below a closing tag, and Markdown takes it for a part of the HTML.

    An HTML block ends at an empty line only. The linter reads the line as the heading that was meant.

    Readers see the hashes and no heading, and the question or section is lost to every other tool.

    Example:
        </details>
        ## 2. What is a rank?

    Repair:
        </details>

        ## 2. What is a rank?

    Fix: Adds the empty line. That is safe: no word changes, and the questions stay those that were read
    without it.

    Schema: none.
    """

    hangs_on_reading = False

    def check(self, document: Document) -> Iterator[Finding]:
        for remnant in document.remnants:
            if remnant.kind == "swallowed-heading":
                start = remnant.span.start
                line = document.source.line_index(start)
                above = document.source.lines[line - 1].strip()
                yield self.finding(
                    document,
                    remnant.span,
                    f"found the heading {quoted(remnant.text)} right below {quoted(above)}, expected an "
                    "empty line between them",
                    question=question_at(document, start),
                    fix=Fix("add an empty line", (Edit(document.path, Span(start, start), "\n"),)),
                )
