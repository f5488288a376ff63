"""question-punctuation: a question that does not end as the schema demands."""

from collections.abc import Iterator

from dlqa_lint.language.languages import languages, listed
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text import marks
from dlqa_lint.text.source import Span

_CLOSING = "\"'”’»)]}」』）*_` "
_SIGNS = marks.FINAL + ",，"
_ENGLISH = languages()["en"]
_ASKING = frozenset(listed(_ENGLISH["interrogatives"]))
_ORDERING = frozenset((*listed(_ENGLISH["imperatives"]), *listed(_ENGLISH["orders"])))


class QuestionPunctuation(DocumentRule):
    """A question does not end with one of the punctuation marks that the schema allows.

    A closing quotation mark or bracket after it does not count.

    A list of questions in which some end with a question mark and some with nothing reads like a draft.

    Example:
        ### 1. What is a tensor

    Repair:
        ### 1. What is a tensor?

    Fix: Adds the mark, or replaces another one, where it is plain which mark is meant: the
    only one allowed, `?` after an English question word, `.` after an order such as "Explain". It is safe: no
    word changes.

    Schema: `question.ends_with`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        allowed = document.schema.question.ends_with
        for question in document.questions if allowed else ():
            end = question.plain_text.rstrip(_CLOSING)
            if (
                question.withdrawn
                or not end
                or question.plain_text.endswith(allowed)
                or end.endswith(allowed)
            ):
                continue
            wanted = " or ".join(quoted(sign) for sign in allowed)
            last = question.text_span.end
            yield self.finding(
                document,
                Span(last - 1, last),
                f"question {quoted(question.plain_text)} ends with {quoted(end[-1])}, expected {wanted}",
                question=question,
                fix=_fix(document, question, allowed),
            )


def _fix(document: Document, question: Question, allowed: tuple[str, ...]) -> Fix | None:
    sign = _meant(question, allowed)
    text = document.source.slice(question.text_span)
    if sign is None or sign not in _SIGNS or not text or text[-1] in "\\#":
        return None
    kept = text.rstrip(_SIGNS + " ")
    if not kept or kept.endswith("\\"):
        return None
    span = Span(question.text_span.start + len(kept), question.text_span.end)
    return Fix(f"end the question with {quoted(sign)}", (Edit(document.path, span, sign),))


def _meant(question: Question, allowed: tuple[str, ...]) -> str | None:
    """The punctuation mark that a question should end with, if that is plain."""
    if len(allowed) == 1:
        return allowed[0]
    first = question.plain_text.split()[0].lower().replace("’", "'").strip(",")
    if first in _ASKING and "?" in allowed:
        return "?"
    return "." if first in _ORDERING and "." in allowed else None
