"""key-disagrees: a key that contradicts the options, itself, or the questions."""

from collections.abc import Iterator, Sequence

from dlqa_lint.language.item_writing import stands_for_all
from dlqa_lint.links.answer_files import AnswerFile, answer_files
from dlqa_lint.model.bank import Bank, Document, Key, Question, key_for
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import BankRule, place, quoted
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex

_AFTER = regex(r"[.):：\s*_–—-]+([^\r\n]+)")


class KeyDisagrees(BankRule):
    """Two places that say which option is right contradict each other.

    Compared are ticks and the letter of the answer, the answer and an answer key, a letter and the words after it
    ("B. the text of option C"), and entries of a key for numbers that no question has. The key may be in a
    file beside the quiz (`answers.md`, `rivers-key.md`); then so do letters in it that no option has. Where all
    options are ticked, the letter of "All of the above" says the same. Whoever
    learns from the quiz learns one of the two, and nobody can tell which one is wrong.

    Example:
        - [x] A. a list
        - [ ] B. a tuple

        Answer: B

    Repair:
        Answer: A

    Fix: None. Which of the two is right, only somebody who knows can say.

    Schema: `options.form`, `answer.form`, by which options and answers are recognised.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        for document in bank.documents:
            for question in document.questions:
                if len(question.options) > 1 and question.answer_letters:
                    yield from self._ticks(document, question)
                    yield from self._words(document, question)
                    yield from self._key(document, question)
            for key in document.keys:
                yield from self._surplus(document, key, key.asked(document.questions))
        for found in answer_files(bank.documents, bank.answer_files):
            yield from self._surplus(found.file, found.key, found.quiz.questions)
            for question in found.quiz.questions:
                yield from self._file(found, question)

    def _file(self, found: AnswerFile, question: Question) -> Iterator[Finding]:
        """An entry of a file that names no option, or another one than the quiz itself."""
        entry = found.entry_of(question)
        right = question.ticked or question.named
        own = [question.labels[at] for at in sorted(right)]
        if entry is None or set(entry.letters) == set(own):
            return
        unknown = not set(entry.letters) <= set(_letters(question))
        if unknown or own:
            expected = f"one of {', '.join(_letters(question))}" if unknown else ", ".join(own)
            said = ", ".join(entry.letters)
            message = f"the answer key gives {said} to question {entry.number}, expected {expected}"
            related = [place(found.quiz, question, "the question")]
            yield self.finding(found.file, entry.letters_span, message, related=related)

    def _ticks(self, document: Document, question: Question) -> Iterator[Finding]:
        if question.ticked and question.named and question.ticked != question.named and not _is_all(question):
            right = question.options[min(question.ticked)]
            marked = ", ".join(question.labels[at] for at in sorted(question.ticked))
            message = (
                f"the answer names {', '.join(question.answer_letters)}, expected {marked}, which is marked"
            )
            related = [Place(document.path, right.span, "marked as correct")]
            span = question.answer_letters_span or question.span
            yield self.finding(document, span, message, question=question, related=related)

    def _words(self, document: Document, question: Question) -> Iterator[Finding]:
        """A letter with the words of another option after it."""
        span = question.answer_letters_span
        if span is None or len(question.named) != 1 or len(question.answer_letters) != 1:
            return
        after = _AFTER.match(document.source.text, span.end)
        said = _words(after.group(1)) if after else ""
        texts = [_words(option.text) for option in question.options]
        own = min(question.named)
        if said and said in texts and said != texts[own] and texts.count(said) == 1:
            other = question.options[texts.index(said)]
            label = question.labels[texts.index(said)]
            message = f"the answer names {question.answer_letters[0]} with the words of {label}, expected one option"
            related = [Place(document.path, other.span, "the option with these words")]
            yield self.finding(document, span, message, question=question, related=related)

    def _key(self, document: Document, question: Question) -> Iterator[Finding]:
        """An answer with a letter of its own, and another one in the key."""
        key = key_for(question, document.keys)
        entry = key.entry_of(question) if key else None
        own = {letter.upper() for letter in question.answer_letters}
        if entry and entry.letters_span != question.answer_letters_span and set(entry.letters) != own:
            said = ", ".join(entry.letters)
            message = (
                f"the answer key gives {said} to question {entry.number}, expected {', '.join(sorted(own))}"
            )
            related = [place(document, question, "the question with its own answer")]
            yield self.finding(document, entry.letters_span, message, question=question, related=related)

    def _surplus(self, document: Document, key: Key, asked: Sequence[Question]) -> Iterator[Finding]:
        """Entries of a document's key for numbers that no question it answers has, or that come twice."""
        numbers = {question.number.value[-1] for question in asked if question.number}
        seen: dict[int, tuple[str, ...]] = {}
        for entry in key.entries:
            if entry.number not in numbers:
                last = max(numbers, default=0)
                said = quoted(document.source.slice(entry.span))
                message = f"the key's entry {said} answers no question, expected numbers up to {last}"
                yield self.finding(document, entry.span, message)
            elif seen.setdefault(entry.number, entry.letters) != entry.letters:
                message = (
                    f"the answer key gives {', '.join(entry.letters)} to question {entry.number}, expected "
                )
                yield self.finding(
                    document, entry.letters_span, message + ", ".join(seen[entry.number]) + " as before"
                )


def _is_all(question: Question) -> bool:
    """Whether all options are ticked, and the answer names the one that stands for all of them."""
    named = question.options[min(question.named)]
    everything = len(question.ticked | question.named) == len(question.options)
    return everything and len(question.named) == 1 and stands_for_all(plain(named.text))


def _words(text: str) -> str:
    return " ".join(plain(text).casefold().split()).strip(" .;:!")


def _letters(question: Question) -> Sequence[str]:
    """What the options of a question are called in a key; those without a label by their place."""
    labelled = any(option.label for option in question.options)
    return question.labels if labelled else [chr(ord("A") + at) for at in range(len(question.options))]
