"""answer-form: an answer that is marked in another way than the schema's."""

import re
from collections.abc import Iterator

from dlqa_lint.model.bank import Answer, Document
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.model.form import TEXT
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_NUMBER = regex(r"\s\d{1,4}")
_INLINE = regex(rf"[*_]{{0,3}}[^\W\d_][\w' ]*\s?[.{marks.COLONS}]?[*_]{{0,3}}\s?[.{marks.COLONS}]?\s*")
_DASH = regex(r"[ \t]*[-–—]")


class AnswerForm(DocumentRule):
    """An answer's marker differs from the one that the schema names.

    Without a schema the form that most answers have is the right one, and only markers that say the same word
    in another way are reported (`**Answer:**` among `Answer:`), as under a schema with `strict = false`.

    Readers who skim look for the same mark, and so do scripts.

    Example:
        ### 1. What is a tensor?
        **Answer:** An array of numbers with any number of axes.
        ### 2. What is a rank?
        Answer: The number of axes.

    Repair:
        ### 1. What is a tensor?
        Answer: An array of numbers with any number of axes.
        ### 2. What is a rank?
        Answer: The number of axes.

    Fix: Writes the marker in the right form where both are words on a line. It is safe: the answer's own
    words stay. A heading, a quote, a list item or a `<details>` has no fix, as its end would have to move
    too.

    Schema: `answer.form`, `answer.strict`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        wanted, strict = document.schema.answer.form, document.schema.answer.strict
        for question in document.questions:
            answer = question.answer
            if answer is None or question.withdrawn or not answer.word_count:
                continue
            form = answer.marker.form if answer.marker else TEXT
            if _squeezed(form) == _squeezed(wanted) or not (strict or _same_label(form, wanted)):
                continue
            first = answer.span.start
            yield self.finding(
                document,
                answer.marker.span if answer.marker else Span(first, first + 1),
                f"the answer to {quoted(question.plain_text)} is written as {quoted(form)}, "
                f"expected {quoted(wanted)}",
                question=question,
                fix=_fix(document, answer, wanted),
            )


def _squeezed(form: str) -> str:
    """A form without what does not count: the number of a question, blanks, and where bold ends.

    In `**A: it prints** `5`` the code alone parts it from `**A: it does not compile**`.
    """
    head, text, tail = _NUMBER.sub("", form).partition(TEXT)
    return "".join((head + text + tail.strip("*_ ")).split())


def _label(form: str) -> str:
    return re.sub(r"[\W\d_]", "", form.partition(TEXT)[0]).casefold()


def _same_label(form: str, wanted: str) -> bool:
    return _label(form) == _label(wanted) != ""


def _fix(document: Document, answer: Answer, wanted: str) -> Fix | None:
    """The fix for two markers that are words on a line; none where the marker would have to go."""
    head, _, tail = wanted.partition(TEXT)
    if (
        answer.marker is None
        or tail
        or not (_INLINE.fullmatch(head) and _INLINE.fullmatch(answer.marker.form.partition(TEXT)[0]))
    ):
        return None
    old = document.source.slice(answer.marker.span)
    kept = old[len(old.rstrip()) :]
    if _DASH.match(document.source.text, answer.marker.span.end):
        return None  # a dash after a plain marker is read as part of it
    follows = document.source.text[answer.marker.span.end : answer.marker.span.end + 1]
    if not kept and follows not in ("", "\r", "\n") and not head.rstrip().endswith("："):
        kept = " "
    edit = Edit(document.path, answer.marker.span, head.strip() + kept)
    return Fix(f"write the marker as {quoted(head.strip())}", (edit,))
