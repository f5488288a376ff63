"""no-correct-option: a quiz question without a right answer."""

from collections.abc import Iterable, Iterator

from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import BankRule, quoted

_FEW = 3


class NoCorrectOption(BankRule):
    """No option of a question is marked as the right one.

    Who takes the quiz cannot check the choice, and programs that read it drop the question. Unless a schema
    requires options this counts only where most questions of the run mark their right option; of files that
    hold a question or two, most in the bank.

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

    def check(self, bank: Bank) -> Iterator[Finding]:
        scattered = _Habit(
            question
            for document in bank.documents
            for question in document.questions
            if _is_scattered(document) and _is_choice(question)
        )
        for document in bank.documents:
            options = document.schema.options
            demanded = options is not None and options.required
            for run in document.runs:
                members = set(run.questions)
                asked = [q for q in document.questions if q.position in members and _is_choice(q)]
                habit = scattered if _is_scattered(document) else _Habit(asked)
                for question in asked:
                    if (demanded and _tickable(question)) or habit.marks(question):
                        yield from self._question(document, question)

    def _question(self, document: Document, question: Question) -> Iterator[Finding]:
        if not question.answered and not question.answer_letters:
            unmarked = f"none of the {len(question.options)} options of {quoted(question.plain_text)}"
            message = f"{unmarked} is marked as correct, expected one"
            yield self.finding(document, question.span, message, question=question)


class _Habit:
    """How most questions mark their right option: ticks and stars, as against letters elsewhere."""

    def __init__(self, asked: Iterable[Question]) -> None:
        asked = list(asked)
        tickable = [question for question in asked if _tickable(question)]
        marked = sum(question.marked_option for question in tickable)
        self._ticks = marked >= 2 and marked * 2 > len(tickable)
        # Where the options themselves cannot show that none is marked, nearly all others must show it.
        self._stars = marked >= 2 and marked * 2 > len(asked)

    def marks(self, question: Question) -> bool:
        """Whether a question should have a marked option."""
        return self._ticks if _tickable(question) else self._stars


def _is_scattered(document: Document) -> bool:
    """Whether a document holds so few questions that only the whole bank shows a habit."""
    return len(document.questions) < _FEW


def _is_choice(question: Question) -> bool:
    return len(question.options) > 1 and not question.withdrawn


def _tickable(question: Question) -> bool:
    return any(option.correct is not None for option in question.options)
