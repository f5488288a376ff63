"""empty-section: a section with nothing in it."""

import re
from collections.abc import Iterator

from dlqa_lint.model.bank import Document, Section
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.lazy_regex import regex

# What fills no section: comments, rules, line breaks, empty tags.
_NOTHING = regex(
    r"<!--.*?-->|</?(?:br|hr|div|p|a)\b[^<>]*>|^\s*(?:-{3,}|\*{3,}|_{3,})\s*$", re.DOTALL | re.MULTILINE
)
_NUMBER = regex(r"\W{0,9}(\d+(?:\.\d+)*)")


class EmptySection(DocumentRule):
    """A section has a heading and nothing below it: no question, no text, no sub-section.

    It promises questions on a topic and has none; mostly they were moved or never written. Only headings of
    a level at which other sections hold questions are meant: a banner, or a heading that is a link, says
    what it has to say, and one without a letter or number promises nothing. Nor does one with a higher heading on
    the next line: it is the caption of that (`## File: a.md` above `# Anchors`).

    Example:
        ## Optimisers

        ## Regularisation

        ### 7. What is dropout?

    Repair:
        ## Regularisation

        ### 7. What is dropout?

    Fix: None. The heading may be waiting for its questions.

    Schema: nothing; sections are recognised as the headings that ask nothing.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        title = document.title.span if document.title else None
        # Stubs are reported as such, and a heading that states a count (`## 50 questions`) says something.
        excused = [remnant.span for remnant in document.remnants]
        excused += [claim.span for claim in document.claims if claim.section < 0]
        levels = {
            section.level for section in document.sections if section.questions and section.span != title
        }
        following = (*document.sections[1:], None)
        for section, after in zip(document.sections, following, strict=False):
            own = any(span.start <= section.span.end and section.span.start <= span.end for span in excused)
            meant = section.span != title and section.level in levels and "](" not in section.heading.text
            parted = after is not None and (_is_part(after, section) or _is_caption(document, section, after))
            if meant and not (own or parted or section.questions) and _is_empty(document, section):
                message = f"the section {quoted(section.name)} is empty, expected questions or text below it"
                yield self.finding(document, section.span, message)


def _is_part(section: Section, whole: Section) -> bool:
    """Whether a section is by its number a part of another one, whatever its level: `2.1` of `2.`."""
    part, number = _NUMBER.match(section.name), _NUMBER.match(whole.name)
    return part is not None and number is not None and part.group(1).startswith(f"{number.group(1)}.")


def _is_caption(document: Document, section: Section, after: Section) -> bool:
    """Whether a heading stands on the line above a higher one, of which it says where it comes from."""
    source = document.source
    adjacent = source.line_index(after.span.start) == source.line_index(section.span.end) + 1
    return adjacent and after.level < section.level


def _is_empty(document: Document, section: Section) -> bool:
    # Line breaks above a rule (`\\` above `---`) are a heading to Markdown, and name nothing.
    return (
        any(map(str.isalnum, section.name))
        and not _NOTHING.sub("", document.source.slice(section.body)).strip()
    )
