"""no-correct-option: a quiz question without a right answer."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dlqa_lint.edits.linked_parts import FEW
from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import LinkedRule, quoted
from dlqa_lint.rules.scattered_choices import are_told, choices_of, is_scattered, scattered_choices
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex

_WORD = regex(r"\w+")
# "A noun is …" begins with an article.
_LETTER = regex(r"(?<![\w'’])(?:[B-Hb-h]|[Aa](?![ \t]+[^\W\d_]{2}))(?![\w'’])")
_TICKED = regex(rf"^[ \t]*[-*+][ \t]*\[[ \t]*[{marks.BOX_MARKS.strip()}][ \t]*\]", re.MULTILINE)


class NoCorrectOption(LinkedRule):
    """No option of a question is marked as the right one.

    Whoever takes the quiz cannot check the choice, and programs that read it drop the question. Unless a schema
    requires options this counts only where most questions of the run mark their right option; where a run holds
    a question or two, most of the document; of files that hold so few, most in the bank, where an answer with
    the letter counts as a mark. A remark below the options tells nothing ("See the manual."): it
    stands in for the mark only if it names an option, and the others have no such text beside their marks.

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
        scattered = _Habit(scattered_choices(bank), by_letters=True)
        for document in bank.documents:
            options, choices = document.schema.options, choices_of(document)
            demanded = options is not None and options.required
            whole = scattered if is_scattered(document) else _Habit(choices)
            for run in document.runs:
                members = set(run.questions)
                asked = [question for question in choices if question.position in members]
                habit = _Habit(asked) if len(asked) >= FEW else whole
                for question in asked:
                    wanted = (demanded and _tickable(question)) or habit.marks(question)
                    told = question.marked_option or habit.tells(question) or _half_ticked(document, question)
                    if wanted and not told:
                        yield self._unmarked(document, question)

    def _unmarked(self, document: Document, question: Question) -> Finding:
        unmarked = f"none of the {len(question.options)} options of {quoted(question.plain_text)}"
        message = f"{unmarked} is marked as correct, expected one"
        return self.finding(document, question.span, message, question=question)


class _Habit:
    """How most questions mark their right option: ticks and stars, as against letters elsewhere.

    And whether most of these explain it below, so that an explanation does not tell it.
    """

    def __init__(self, asked: Sequence[Question], *, by_letters: bool = False) -> None:
        tickable = [question for question in asked if _tickable(question)]
        marked = sum(question.marked_option for question in tickable)
        self._ticks = marked >= 2 and marked * 2 > len(tickable)
        # Where the options themselves cannot show that none is marked, nearly all others must show it.
        self._stars = are_told(asked, by_letters=by_letters)
        remarks = Counter(_remark(q) for q in tickable if q.marked_option)
        self._remarks = {form for form, count in remarks.items() if form is not None and count * 2 > marked}

    def marks(self, question: Question) -> bool:
        """Whether a question should have a marked option."""
        return self._ticks if _tickable(question) else self._stars

    def tells(self, question: Question) -> bool:
        """Whether something else than a mark tells the right option of a question."""
        answer, remark = question.answer, _remark(question)
        if answer is None or remark is None or not answer.given:
            return bool(question.answer_letters) or question.answered
        if remark in self._remarks and _tickable(question):
            return False
        return answer.marker is not None or _names_an_option(question, answer.text)


def _tickable(question: Question) -> bool:
    return any(option.correct is not None for option in question.options)


def _half_ticked(document: Document, question: Question) -> bool:
    """Whether a ticked box below was not read, for want of a space perhaps (`malformed-option`)."""
    return _TICKED.search(document.source.text, question.body.start, question.body.end) is not None


def _remark(question: Question) -> str | None:
    """The form of what explains a question without saying that it answers: "", or the summary that reveals it."""
    if question.answer is None or question.answer_letters:
        return None
    form = question.answer.marker.form if question.answer.marker else ""
    return form if not form or form.startswith("<summary>") else None


def _names_an_option(question: Question, text: str) -> bool:
    """Whether a text holds the label or the words of an option."""
    said = f" {_words(text)} "
    options = [_words(option.text) for option in question.options]
    return bool(_LETTER.search(plain(text))) or any(f" {words} " in said for words in options if words)


def _words(text: str) -> str:
    """The words of a text, with a blank between two."""
    return " ".join(_WORD.findall(plain(text).casefold()))
