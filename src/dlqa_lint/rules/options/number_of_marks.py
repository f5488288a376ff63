"""number-of-marks: more or fewer right options than the question asks for."""

import re
from collections.abc import Iterator

from dlqa_lint.language.demands import marks_asked, marks_named, marks_stressed
from dlqa_lint.language.option_verdicts import speaks_of_others
from dlqa_lint.language.vocabulary import AND
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.counts import counted
from dlqa_lint.text.lazy_regex import regex

# What is *and* in Czech is an article in English.
_SEVERAL = regex(rf"[,&/+、，；;]|(?!a\s)(?:{AND})", re.IGNORECASE)
"""What parts the things that one option names."""
_WORD = regex(r"(?:[A-H][.):]\s+)?[A-Za-zÀ-ɏА-яЁё]{2,}\.?")
"""A word of a script that has blanks between words, also behind the letter that a box is before."""


class NumberOfMarks(DocumentRule):
    """A question asks for a number of options, and another number of them is right.

    A question that says "Select TWO" and has one right option cannot be answered rightly, and programs that
    read the quiz give no points.
    "Select TWO" and "Which two of these" demand; "What are the two poles?" may be answered by one option that names
    both; but where every option is one word, or more than one is right, "Which two planets" demands too. "Only
    one answer" demands in brackets, or as a sentence of its own. The demand may be written in any of many
    languages, or stand in brackets by itself ("2 answers"); "Pick TWO ways" demands by its capitals, where no
    option names several things. "Select all that apply" asks for no number. It counts whatever the key's way:
    ticks, letters in the answer, a key at the end.

    Example:
        ### Which services store files? (Select TWO)

        - [x] S3
        - [ ] SQS
        - [ ] EFS

    Repair:
        - [x] S3
        - [ ] SQS
        - [x] EFS

    Fix: None. Which option is right, only somebody who knows can say.

    Schema: `options.form`, by which options are recognised.
    """

    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        for question in document.questions:
            if len(question.options) < 2 or question.withdrawn:
                continue
            count = len(question.ticked) or len(set(question.answer_letters))
            asked = _asked(question) if count else None
            if asked is None or count == asked:
                continue
            named = [document.source.slice(question.options[at].text_span) for at in sorted(question.right)]
            said = f" ({', '.join(map(quoted, named))})" if 0 < len(named) < 4 else ""
            options = counted(count, "option")
            verb = "is" if count == 1 else "are"
            message = (
                f"{options} of {quoted(question.plain_text)} {verb} right{said}, expected {asked} as it asks"
            )
            span = question.answer_letters_span if not question.ticked else None
            related = [
                Place(document.path, question.options[at].span, "marked as correct")
                for at in sorted(question.ticked)
            ]
            yield self.finding(document, span or question.span, message, question=question, related=related)


def _asked(question: Question) -> int | None:
    """The number of options that a question asks for, or the prompt's first line, or None."""
    texts = (question.plain_text, question.prompt.partition("\n")[0])
    asked = next((count for count in map(marks_asked, texts) if count is not None), None)
    if asked is not None:
        return asked
    stressed = marks_stressed(question.plain_text)
    shown = question.prompt.split("\n")[: -len(question.options)]
    named = stressed or marks_named("\n".join((question.plain_text, *shown)))
    if named is None:
        return None
    words = _are_words(question)
    if not words and any(_SEVERAL.search(option.text) for option in question.options):
        return None
    return named if words or len(question.right) > 1 else stressed


def _are_words(question: Question) -> bool:
    """Whether each option is one word, which names one thing: no number, and none that stands for others."""
    texts = [plain(option.text).strip() for option in question.options]
    return all(_WORD.fullmatch(text) and not speaks_of_others(text) for text in texts)
