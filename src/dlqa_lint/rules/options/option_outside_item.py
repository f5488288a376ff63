"""option-outside-item: options that are indented, and fall out of their question's list item all the same."""

from collections.abc import Iterator

from dlqa_lint.edits.indent import item_width, lines_below
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Edit, Finding, Fix, Place
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text.source import Span


class OptionOutsideItem(DocumentRule):
    """The options of a question in a list are indented too little to belong to its item.

    Below `9.` three columns are enough, below `10.` it takes four. Readers see the options as a list of their
    own at the margin, and the questions after them as another list. Options at the margin are a style and not
    meant. Many such questions of a document are one finding.

    Example:
        10. Which port is the web's?
           - [ ] 25
           - [x] 80

    Repair:
        10. Which port is the web's?
            - [ ] 25
            - [x] 80

    Fix: Indents what stands below the question. It is safe, for only white space changes.

    Schema: `options.form`, by which options are recognised.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        found = [question for question in document.questions if _falls_out(document, question)]
        if not found:
            return
        first, *others = found
        edits = [edit for question in found for edit in _indented(document, question)]
        fix = Fix("indent the options into their items", edits) if edits else None
        width = item_width(document.source, first.span.start)
        depth = _depth(document, first)
        more = (
            f" (and {len(others)} more question{'' if len(others) == 1 else 's'} likewise)" if others else ""
        )
        message = (
            f"the options of {quoted(first.plain_text)} fall out of its list item: found {depth} columns of "
            f"indentation, expected {width}{more}"
        )
        related = [Place(document.path, question.span, "so do its options") for question in others]
        start = first.options[0].span.start
        span = Span(start, first.options[0].text_span.end)
        yield self.finding(document, span, message, question=first, related=related, fix=fix)


def _falls_out(document: Document, question: Question) -> bool:
    """Whether a question's options are list items that stand deeper than its item, but not inside it."""
    if question.kind != "item" or len(question.options) < 2 or not question.options[0].form.startswith("- "):
        return False
    own = question.span.start - document.source.starts[document.source.line_index(question.span.start)]
    return own < _depth(document, question) < item_width(document.source, question.span.start)


def _depth(document: Document, question: Question) -> int:
    line = document.source.lines[document.source.line_index(question.options[0].span.start)]
    return len(line[: len(line) - len(line.lstrip())].expandtabs(4))


def _indented(document: Document, question: Question) -> Iterator[Edit]:
    """The edits that move the lines below a question as far as its options lack."""
    source = document.source
    depth = _depth(document, question)
    wider = item_width(source, question.span.start) - depth
    for line in lines_below(source, question.span, question.body):
        text = source.lines[line]
        lead = text[: len(text) - len(text.lstrip())]
        if text.strip() and len(lead.expandtabs(4)) >= depth and "\t" not in lead:
            yield Edit(document.path, Span(source.starts[line], source.starts[line]), " " * wider)
