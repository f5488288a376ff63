"""no-correct-option: a quiz question without a right answer."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted


class NoCorrectOption(DocumentRule):
    """No option of a question is marked as the right one.

    Who takes the quiz cannot check the choice, and programs that read it drop the question. Unless a schema
    requires options this counts only where most questions of the run mark their right option.

    Example:
        ### Q2. Which of these is mutable?

        - [ ] a list
        - [ ] a tuple

    Repair:
        - [x] a list
        - [ ] a tuple

    Fix: None. Which option is right, only somebody who knows can say.

    Schema: `options.required`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        for run in document.runs:
            members = set(run.questions)
            asked = [
                q for q in document.questions if q.position in members and _tickable(q) and not q.withdrawn
            ]
            marked = sum(question.marked_option for question in asked)
            options = document.schema.options
            demanded = options is not None and options.required
            for question in asked if demanded or (marked >= 2 and marked * 2 > len(asked)) else ():
                if not question.answered and not question.answer_letters:
                    unmarked = f"none of the {len(question.options)} options of {quoted(question.plain_text)}"
                    message = f"{unmarked} is marked as correct, expected one"
                    yield self.finding(document, question.span, message, question=question)


def _tickable(question: Question) -> bool:
    return any(option.correct is not None for option in question.options)
