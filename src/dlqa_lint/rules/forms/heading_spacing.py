"""heading-spacing: no space, or several, between a heading's hashes and its text."""

from collections.abc import Collection, Iterator

from dlqa_lint.model.bank import Document, Heading, question_at
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_SPACED = regex(r"(?<!#)#{1,6}([ \t]+)$")
_GLUED = regex(r"(?<!#)#{1,6}(\u00a0*)$")


class HeadingSpacing(DocumentRule):
    """No space, or more than one, separates the hashes of a heading from its text.

    For Markdown `##Text` is not a heading but a paragraph that begins with hashes, and so is `##` with a
    no-break space. The linter reads both as the heading that was meant.

    Without the space readers see the hashes, and the question or section is lost to every other tool.

    Example:
        ###4. What is a tensor?

    Repair:
        ### 4. What is a tensor?

    Fix: Leaves one space. No word changes, and the questions stay those that were read without the space.
    Adding it is unsafe where the line is not a question and most headings of the document have their space, for
    then it may be none at all, and where another heading has the same words, whose anchor it could take.

    Schema: none.
    """

    hangs_on_reading = False

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.source.text
        glued: list[tuple[Heading, Span]] = []
        for heading in document.headings:
            match = _SPACED.search(text, heading.span.start, heading.text_span.start)
            if match and match.group(1) != " ":
                yield self._spaced(document, heading, Span(match.start(1), heading.text_span.start))
            elif (
                heading.text
                and text[heading.text_span.start - 1] in "#\u00a0"
                and (match := _GLUED.search(text, heading.span.start, heading.text_span.start))
            ):
                glued.append((heading, Span(*match.span())))
        if glued:
            yield from self._glued(document, glued)

    def _spaced(self, document: Document, heading: Heading, span: Span) -> Finding:
        """A heading with too much space."""
        space = document.source.slice(span)
        what = f"{len(space)} spaces" if "\t" not in space else "a tab"
        return self.finding(
            document,
            span,
            f"found {what} between the hashes and the text of heading {quoted(heading.plain_text)}, "
            "expected one space",
            fix=Fix("leave one space", (Edit(document.path, span, " "),)),
        )

    def _glued(self, document: Document, glued: Collection[tuple[Heading, Span]]) -> Iterator[Finding]:
        """Lines that were meant as headings, each with the span of its hashes."""
        meant = {heading.span for heading, _ in glued}
        names = {heading.plain_text for heading in document.headings if heading.span not in meant}
        habit = len(glued) * 2 > len(document.headings)
        for heading, hashes in glued:
            space = Span(document.source.text.rindex("#", *hashes) + 1, heading.text_span.start)
            what = "a no-break space" if space.end > space.start else "no space"
            meant_so = habit or heading.level == 1 or heading.question is not None
            safe = meant_so and heading.plain_text not in names
            yield self.finding(
                document,
                hashes,
                f"found {what} between the hashes and the text {quoted(heading.text)}, expected one space",
                question=question_at(document, heading.span.start) if heading.question else None,
                fix=Fix("make it a heading", (Edit(document.path, space, " "),), safe=safe),
            )
