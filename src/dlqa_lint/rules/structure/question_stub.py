"""question-stub: a place for a question that asks nothing."""

from collections.abc import Iterator

from dlqa_lint.language.vocabulary import is_question_label
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_MANY = 4
"""More stubs than these that are written alike are a template that nobody filled in: one cause."""
_DIGITS = regex(r"\d+")


class QuestionStub(DocumentRule):
    """A line is written like a question and has no text: an empty list item, a heading of a number alone.

    A heading that says no more than `Question`, with options below it, has no text either: it was copied from
    a template. Many that are written alike are one finding.

    Readers see a number without a question, and in lists the renderer counts it.

    Example:
        1. What is a tensor?
        2.

    Repair:
        1. What is a tensor?

    Fix: None. The question may have been lost, and taking the line away can shift the numbers below it.

    Schema: `question.form`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        source = document.source
        options = {source.line_index(option.span.start) for q in document.questions for option in q.options}
        stubs = (remnant.span for remnant in document.remnants if remnant.kind == "stub")
        # An option that is a bare number, `- [x] 16`, is no stub.
        spans = [s for s in stubs if source.line_index(s.start) not in options and not _goes_on(source, s)]
        spans += [question.span for question in document.questions if is_question_label(question.plain_text)]
        alike: dict[str, list[Span]] = {}
        for span in sorted(spans):
            written = source.slice(span)
            alike.setdefault(_DIGITS.sub("#", " ".join(written.split())), []).append(span)
        for group in alike.values():
            for first, *others in [group] if len(group) > _MANY else [[span] for span in group]:
                written = quoted(source.slice(first))
                more = f" (and {len(others)} more places likewise)" if others else ""
                related = [Place(document.path, other, "asks nothing either") for other in others]
                message = f"{written} asks nothing, expected the text of a question{more}"
                yield self.finding(document, first, message, related=related)


def _goes_on(source: Source, span: Span) -> bool:
    """Whether words follow on the line: `- **?** stands for one sign`."""
    line = source.line_span(source.line_index(span.start))
    return any(map(str.isalnum, source.text[span.end : line.end]))
