"""several-correct-options: more right options than the schema allows."""

from collections.abc import Iterator

from dlqa_lint.language.demands import asks_for_several, marks_asked, names_several
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import DocumentRule, quoted


class SeveralCorrectOptions(DocumentRule):
    """Several options of a question are marked as right, and the schema allows one.

    Whoever takes the quiz expects one right answer; the second mark is mostly left over from an edit.

    Example:
        (the schema says `correct = "one"`)

        - [x] a list
        - [x] a tuple

    Repair:
        - [x] a list
        - [ ] a tuple

    A question that asks for a number of options itself ("Select TWO") is judged by that, and one that names a
    number of things ("What are the two poles?") may have as many right ones.

    Fix: None. Which of the marks is wrong, only somebody who knows can say.

    Schema: `options.correct`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        if document.schema.options is None or document.schema.options.correct != "one":
            return
        for question in document.questions:
            text = question.plain_text
            if marks_asked(text) is not None or asks_for_several(text) or names_several(text):
                continue  # what a question asks for itself is the business of `number-of-marks`
            right = [option for option in question.options if option.correct]
            if len(right) > 1:
                related = [Place(document.path, right[0].span, "also marked as correct")]
                message = (
                    f"{len(right)} options of {quoted(question.plain_text)} "
                    "are marked as correct, expected one"
                )
                yield self.finding(document, right[1].span, message, question=question, related=related)
            elif not right and len(question.answer_letters) > 1 and question.answer_letters_span:
                named = ", ".join(question.answer_letters)
                message = f"the answer names {len(question.answer_letters)} options ({named}), expected one"
                yield self.finding(document, question.answer_letters_span, message, question=question)
