"""explanation-disagrees: an explanation that calls the key wrong."""

import re
from collections.abc import Iterator

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_LETTERS = r"\(?[A-H]\)?(?:\s*(?:,|&|/|and|or|,\s*and|,\s*or)\s*\(?[A-H]\)?)*(?![\w'’+#])"
_SUBJECT = rf"(?<![\w'’-])(?:(?i:options?|choices?|answers?)\s+)?[*_`\"]{{0,2}}(?P<LETTERS>{_LETTERS})[*_`\"]{{0,2}}\s+"
_VERB = r"(?i:is|are|was|were)\s+(?:(?i:also|both|all|clearly|simply|therefore)\s+)?"
_WRONG = regex(
    _SUBJECT.replace("LETTERS", "wrong")
    + _VERB
    + r"(?i:wrong|incorrect|false|invalid|not\s+(?:the\s+)?(?:right|correct)|n(?:o|ei)t?her\s+right)\b"
)
_RIGHT = regex(
    _SUBJECT.replace("LETTERS", "right")
    + _VERB
    + r"(?:(?i:the|only|one)\s+)*(?i:right|correct)\b(?!\s+(?i:but|if|only|when|in))"
    + rf"|(?i:right|correct)\s+(?i:answer|one|option|choice)s?\s+(?i:is|are|was)\s*:?\s+(?:(?i:options?)\s+)?"
    rf"[*_`\"]{{0,2}}(?P<named>{_LETTERS})(?=[\s.,;:*_`\")]|$)"
)
_REST = regex(
    _SUBJECT.replace("LETTERS", "rest")
    + r"(?i:(?:do|does|are|is|can|could|did|have|has|will)(?:\s+not|n't|n’t)|cannot)\b"
)
_ONE = regex(r"[A-H]")
_NAMES_LETTERS = regex(rf"(?:(?i:both|either|neither|only)\s+)?{_LETTERS}(?:\s+(?i:only))?\.?$")


class ExplanationDisagrees(DocumentRule):
    """The explanation of a quiz question calls the key wrong, or another option right.

    Where an explanation says "B is wrong because …" under the key B, one of the two is a slip, and readers learn
    the wrong thing from the one that they believe. So is an explanation that says of all options but one that
    they do not fit, if the key is among them. Where an option says letters itself ("A and D"), nothing is compared.

    Example:
        Answer: B

        Explanation: B is wrong because it only frames; the right one is C.

    Repair:
        Answer: C

        Explanation: B is wrong because it only frames; the right one is C.

    Fix: None. Which of the two is wrong, only somebody who knows can say.

    Schema: `options.form`, `answer.form`, by which options and answers are recognised.
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        for question in document.questions:
            labels = question.labels
            if len(question.options) < 2 or not question.right or len(set(labels)) < len(labels):
                continue
            key = {labels[at] for at in question.right}
            if not all(label.isalpha() for label in labels) or _letters_are_said(question):
                continue
            if found := next(_contradictions(document, question, key), None):
                match, what = found
                said = quoted(match.group())
                message = (
                    f"the explanation says {said}, expected nothing against the key {', '.join(sorted(key))}"
                )
                where = question.answer_letters_span or question.options[min(question.right)].span
                related = [Place(document.path, where, f"the key, {what}")]
                yield self.finding(document, Span(*match.span()), message, question=question, related=related)


def _contradictions(
    document: Document, question: Question, key: set[str]
) -> Iterator[tuple[re.Match[str], str]]:
    """What the text behind the options says against the key."""
    text, start = document.source.text, _explained_from(question)
    end, labels = max(question.body.end, question.span.end), set(question.labels)
    for match in _WRONG.finditer(text, start, end):
        if key & set(_ONE.findall(match["wrong"])):
            yield match, "which it calls wrong"
    for match in _RIGHT.finditer(text, start, end):
        named = set(_ONE.findall(match["right"] or match["named"]))
        if named <= labels and not named <= key:
            yield match, "which is another one"
    for match in _REST.finditer(text, start, end):
        named = set(_ONE.findall(match["rest"]))
        if len(named) == len(labels) - 1 > 1 and named < labels and key <= named:
            yield match, "which it rules out"


def _letters_are_said(question: Question) -> bool:
    """Whether an option says letters itself ("A and D", "C"), so that nobody knows which ones are meant."""
    return any(_NAMES_LETTERS.match(plain(option.text).strip()) for option in question.options)


def _explained_from(question: Question) -> int:
    """Where the options and the key end, and what explains them begins."""
    last = max(option.span.end for option in question.options)
    letters = question.answer_letters_span
    return max(last, letters.end if letters and letters.start < question.body.end else 0)
