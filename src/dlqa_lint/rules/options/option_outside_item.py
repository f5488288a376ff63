"""option-outside-item: options that are indented, and fall out of their question's list item all the same."""

import re
from collections.abc import Iterator

from dlqa_lint.edits.indent import indentation, item_width, lead_of, lines_below
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Edit, Finding, Fix, Place
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.counts import counted
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import RAW_TAGS
from dlqa_lint.text.source import Span


class OptionOutsideItem(DocumentRule):
    """The options of a question in a list are indented too little to belong to its item.

    Below `9.` three columns are enough, below `10.` it takes four. Readers see the options as a list of their
    own outside the item, and the questions after them as another list. Unindented options are a style and not
    meant, unless nearly all other questions of the document have theirs inside. Bare `A.` lines fall out likewise,
    where a blank line is above them. Many such questions of a document are one finding.

    Example:
        10. Which port is the web's?
           - [ ] 25
           - [x] 80

    Repair:
        10. Which port is the web's?
            - [ ] 25
            - [x] 80

    Fix: Indents what is below the question. It is safe, because only white space changes.

    Schema: `options.form`, by which options are recognised.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        listed = [question for question in document.questions if _is_listed(document, question)]
        inside = [question for question in listed if _lack(document, question) <= 0]
        beside = [question for question in listed if _stands_beside(document, question)]
        usual = len(inside) >= _HABIT * max(1, len(beside))
        meant = {question.position for question in beside} if usual else set()
        found = [q for q in listed if _falls_out(document, q) or q.position in meant]
        if not found:
            return
        first, *others = found
        answered = sum(_answers_inside(document, question) for question in inside) * 2 > len(inside)
        edits = [
            edit
            for question in found
            if not _RAW.search(document.source.text, *question.body)
            for edit in (
                _moved(document, question, answered=answered)
                if question.position in meant
                else _indented(document, question)
            )
        ]
        fix = Fix("indent the options into their items", edits) if edits else None
        width = item_width(document.source, first.span.start)
        depth = _depth(document, first)
        more = f" (and {counted(len(others), 'more question')} likewise)" if others else ""
        message = (
            f"the options of {quoted(first.plain_text)} fall out of its list item: found {depth} columns of "
            f"indentation, expected {width}{more}"
        )
        related = [Place(document.path, question.span, "so do its options") for question in others]
        start = first.options[0].span.start
        span = Span(start, first.options[0].text_span.end)
        yield self.finding(document, span, message, question=first, related=related, fix=fix)


_RAW = regex(rf"<(?:{RAW_TAGS})\b", re.IGNORECASE)
"""Such a tag shows white space as it is."""
_HABIT = 3
"""How many questions have their options inside their items for each whose options are not indented."""


def _is_listed(document: Document, question: Question) -> bool:
    """Whether a question is a list item whose options are blocks of their own: a list, or bare `A.` lines.

    Bare lines without a blank line above continue the question's paragraph, however little they are indented.
    """
    options = question.options
    if question.kind != "item" or len(options) < 2:
        return False
    above = document.source.line_index(options[0].span.start) - 1
    is_bare = document.source.is_blank(above) and bool(options[0].label)
    return is_bare or options[0].form.startswith("- ")


def _falls_out(document: Document, question: Question) -> bool:
    """Whether a question's options are deeper than its item, but not inside it."""
    return _column(document, question) < _depth(document, question) and _lack(document, question) > 0


def _stands_beside(document: Document, question: Question) -> bool:
    """Whether a question's options begin at the column where its item does."""
    return _column(document, question) == _depth(document, question) and _lack(document, question) > 0


def _answers_inside(document: Document, question: Question) -> bool:
    """Whether the answer to a question follows its options, inside its item as they are."""
    answer, source = question.answer, document.source
    if answer is None or answer.span.start < question.options[-1].span.end:
        return False
    line = source.lines[source.line_index(answer.span.start)]
    return indentation(line) >= item_width(source, question.span.start)


def _lack(document: Document, question: Question) -> int:
    """How many columns a question's options must move to be inside its item."""
    return item_width(document.source, question.span.start) - _depth(document, question)


def _column(document: Document, question: Question) -> int:
    source, start = document.source, question.span.start
    return start - source.starts[source.line_index(start)]


def _depth(document: Document, question: Question) -> int:
    source = document.source
    return indentation(source.lines[source.line_index(question.options[0].span.start)])


def _indented(document: Document, question: Question) -> Iterator[Edit]:
    """The edits that move the lines below a question as far as its options lack."""
    source, depth = document.source, _depth(document, question)
    for line in lines_below(source, question.span, question.body):
        text = source.lines[line]
        if not source.is_blank(line) and indentation(text) >= depth and "\t" not in lead_of(text):
            yield _shift(document, line, _lack(document, question))


def _moved(document: Document, question: Question, *, answered: bool) -> list[Edit]:
    """The edits that indent options, with what is above them, and the answer where all do so.

    What follows them unindented may not belong to the question. There are none where a tab is in the way.
    """
    source, column = document.source, _column(document, question)
    answer = question.answer if answered else None
    end = max(question.options[-1].span.end, answer.span.end if answer else 0)
    first, last = source.line_index(question.span.end - 1) + 1, source.line_index(end - 1)
    below = lines_below(source, question.span, question.body)
    while last + 1 in below and (source.is_blank(last + 1) or indentation(source.lines[last + 1]) > column):
        last += 1
    lines = [line for line in range(first, last + 1) if not source.is_blank(line)]
    if any("\t" in lead_of(source.lines[line]) or indentation(source.lines[line]) < column for line in lines):
        return []
    return [_shift(document, line, _lack(document, question)) for line in lines]


def _shift(document: Document, line: int, columns: int) -> Edit:
    start = document.source.starts[line]
    return Edit(document.path, Span(start, start), " " * columns)
