"""explanation-disagrees: an explanation that calls the key wrong."""

from collections.abc import Iterator

from dlqa_lint.language.option_letters import names_letters
from dlqa_lint.language.option_verdicts import option_verdicts, speaks_of_others
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

# After a box, a label is a part of the option's words.
_LABEL = regex(r"\A[A-Ha-h][.):]\s+")


class ExplanationDisagrees(DocumentRule):
    """The explanation of a quiz question calls the key wrong, or another option right.

    Where an explanation says "B is wrong because …" under the key B, one of the two is a slip, and readers learn
    the wrong thing from the one that they believe. So is an explanation that says of all options but one that
    they do not fit, if the key is among them. It may be written in any of many languages. What many people
    believe, or what holds under a condition, is not a claim ("You might think that B is right"). Nothing is compared
    where an option says letters itself ("A and D"), where the key speaks of the other options ("All of the
    above"), or where the question asks for what is wrong.

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
            if not all(label.isalpha() for label in labels):
                continue
            key = {labels[at] for at in question.right}
            found = next(_contradictions(document, question, key), None)
            if found and not _is_beyond_letters(question):
                span, what = found
                said = quoted(document.source.slice(span))
                message = f"the explanation says {said}, expected no contradiction of the key {', '.join(sorted(key))}"
                where = question.answer_letters_span or question.options[min(question.right)].span
                related = [Place(document.path, where, f"the key, {what}")]
                yield self.finding(document, span, message, question=question, related=related)


def _contradictions(document: Document, question: Question, key: set[str]) -> Iterator[tuple[Span, str]]:
    """What the text after the options says against the key."""
    labels = set(question.labels)
    explained = Span(_explained_from(question), max(question.body.end, question.span.end))
    asked = "\n".join((question.plain_text, *question.prompt.split("\n")[: -len(question.options)]))
    small = _has_small_labels(question)
    for verdict in option_verdicts(document.source.text, explained, asked, small=small):
        named = verdict.letters
        if verdict.kind == "wrong" and key & named:
            yield verdict.span, "which it calls wrong"
        elif verdict.kind == "right" and named <= labels and not named <= key:
            yield verdict.span, "which is another one"
        elif (
            verdict.kind == "denied" and len(named) == len(labels) - 1 > 1 and named < labels and key <= named
        ):
            yield verdict.span, "which it rules out"


def _has_small_labels(question: Question) -> bool:
    return all(option.label.islower() for option in question.options)


def _is_beyond_letters(question: Question) -> bool:
    """Whether an option says letters itself ("A and D"), or the key speaks of other options ("All of these")."""
    small = _has_small_labels(question)
    texts = [_LABEL.sub("", plain(option.text).strip()) for option in question.options]
    said = any(names_letters(text, question.labels, small=small) for text in texts)
    return said or any(speaks_of_others(texts[at]) for at in question.right)


def _explained_from(question: Question) -> int:
    """Where the options and the key end, and what explains them begins."""
    last = max(option.span.end for option in question.options)
    letters = question.answer_letters_span
    return max(last, letters.end if letters and letters.start < question.body.end else 0)
