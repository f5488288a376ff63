"""duplicate-option: the same choice twice."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Finding, Place
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex

_PARAGRAPH = regex(r"\n[ \t]*\r?\n[*_]{0,3}[^\W_]")
"""The beginning of a paragraph at the margin, where nothing belongs to a list item above."""


class DuplicateOption(DocumentRule):
    """A question offers the same option twice.

    One of the two was meant to say something else; if one is marked as right, the other is wrongly wrong.
    Options are compared letter by letter, with the code below them: `None` and `none` are two options. A line of
    text between options (*Store A:*, *Store B:*) begins a choice of its own.

    Example:
        - [x] a list
        - [ ] a tuple
        - [ ] a list

    Repair:
        - [x] a list
        - [ ] a tuple
        - [ ] a set

    Fix: None. Which of the two was meant to differ, only its author knows.

    Schema: nothing but `options.form`, by which options are recognised.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        for question in document.questions:
            seen: dict[str, int] = {}
            for index, option in enumerate(question.options):
                if index and _begins_anew(document, question, index):
                    seen = {}
                said = _said(document, question, index)
                first = seen.setdefault(said, index) if said else index
                if first != index:
                    earlier = question.options[first]
                    line = document.source.position(earlier.span.start).line
                    related = (Place(document.path, earlier.span, "the same option"),)
                    message = (
                        f"the option {quoted(option.text)} is also at line {line}, expected another text"
                    )
                    yield self.finding(document, option.span, message, question=question, related=related)


def _begins_anew(document: Document, question: Question, index: int) -> bool:
    """Whether text that belongs to no option is between an option and the one before."""
    before, option = question.options[index - 1], question.options[index]
    end = max(before.span.end, before.text_span.end)
    between = document.source.text[end : option.span.start]
    return _PARAGRAPH.search(between) is not None


def _said(document: Document, question: Question, index: int) -> str:
    """An option's text with whatever is below it; nothing for an option without words."""
    option = question.options[index]
    last = index + 1 == len(question.options)
    said = document.source.slice(option.text_span)
    end = max(option.span.end, option.text_span.end)
    below = document.source.text[end : question.body.end if last else question.options[index + 1].span.start]
    if last:
        # What is indented below the last option, or fenced right below it, belongs to it.
        following = below.lstrip("\r\n")
        below = following if following[:1] in (" ", "\t", "`", "~") else ""
    whole = " ".join(f"{said} {below}".split())
    return whole if whole[:1].isalnum() or any(map(str.isalnum, plain(whole))) else ""
