"""heading-spacing: no space, or several, between a heading's hashes and its text."""

import re
from collections.abc import Iterator

from dlqa_lint.bank import Document
from dlqa_lint.candidates.form import parse_form
from dlqa_lint.finding import Edit, Finding, Fix
from dlqa_lint.patterns import regex
from dlqa_lint.prose import prose
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.source import Span

_SPACED = regex(r"(?<!#)#{1,6}([ \t]+)$")
# One hash before a word is a tag or a number (`#python`, `#12`) more often than a heading.
_GLUED = regex(r"^ {0,3}(#{2,6})(\u00a0*)(?=[*`<\[\"'“(]*[^\W_])(.*)$", re.MULTILINE)


class HeadingSpacing(DocumentRule):
    """Between the hashes of a heading and its text stands no space, or more than one.

    For Markdown `##Text` is no heading but a paragraph that begins with hashes, and so is `##` with a
    no-break space.

    Without the space readers see the hashes, and the question or section is lost to every tool.

    Example:
        ###4. What is a tensor?

    Repair:
        ### 4. What is a tensor?

    Fix: Leaves one space. Taking spaces away is safe. Adding one makes a heading where there was a paragraph,
    and is unsafe; where the heading might be a question there is no fix, for it would take words from the
    answer above.

    Schema: none.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        source = document.source
        for heading in document.headings:
            match = _SPACED.search(source.text[heading.span.start : heading.text_span.start])
            if match and match.group(1) != " ":
                span = Span(heading.span.start + match.start(1), heading.text_span.start)
                what = f"{len(match.group(1))} spaces" if "\t" not in match.group(1) else "a tab"
                yield self.finding(
                    document,
                    span,
                    f"found {what} between the hashes and the text of heading {quoted(heading.words)}, "
                    "expected one space",
                    fix=Fix("leave one space", (Edit(document.path, span, " "),)),
                )
        if _GLUED.search(source.text):
            yield from self._glued(document)

    def _glued(self, document: Document) -> Iterator[Finding]:
        """Lines that were meant as headings."""
        for match in _GLUED.finditer(prose(document.source)):
            text = document.source.text[match.start(3) : match.end(3)]
            span = Span(match.end(1), match.end(2))
            what = "a no-break space" if match.group(2) else "no space"
            edits = (Edit(document.path, span, " "),)
            yield self.finding(
                document,
                Span(match.start(1), match.end(1)),
                f"found {what} between the hashes and the text {quoted(text)}, expected one space",
                fix=None
                if _may_ask(document, len(match.group(1)), text)
                else Fix("make it a heading", edits, safe=False),
            )


def _may_ask(document: Document, level: int, text: str) -> bool:
    """Whether a heading would perhaps be a question."""
    forms = [parse_form(form) for form in document.schema.question.form]
    return "?" in text or text[:1].isdecimal() or any(form.level in (0, level) for form in forms)
