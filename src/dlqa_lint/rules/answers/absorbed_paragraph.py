"""absorbed-paragraph: a closing paragraph that Markdown swallows into the list above it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dlqa_lint.model.bank import Document, question_at
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.recognise.lines.line_parts import parse_line
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.prose import prose
from dlqa_lint.text.source import Source, Span, split_lines

_ITEM = regex(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_CLOSING = regex(r"[^\W\d_]")
_ENDS = tuple(marks.SENTENCE_ENDS)
_QUOTES = "\"'”’»)]*_"


class AbsorbedParagraph(DocumentRule):
    """A closing paragraph directly follows the last item of a list, and Markdown takes it into the item.

    Reported is an unindented line that starts a sentence, below an item line that ends one, when the items
    of the list are one line each. Wrapped prose in an item is not meant.

    What should close the whole answer is shown as a part of its last point.

    Example:
        1. Sigmoid: squashes into 0 to 1.
        2. Tanh: squashes into -1 to 1.
        These functions make the network non-linear.

    Repair:
        1. Sigmoid: squashes into 0 to 1.
        2. Tanh: squashes into -1 to 1.

        These functions make the network non-linear.

    Fix: Inserts the blank line. It is safe: no word changes. There is no fix where indented lines follow,
    which would leave the item with the paragraph, or where the paragraph looks like a question.

    Schema: none.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        source = document.source
        if not any(True for _ in _suspects(source.lines)):
            return
        # Prose blanks out code and HTML, so that their lines start no sentence.
        lines = split_lines(prose(source))
        asked = {question.line - 1 for question in document.questions}
        for index in _suspects(lines):
            if not _starts_sentence(lines[index]) or not _closes_list(lines, index, asked):
                continue
            question = question_at(document, source.starts[index])
            asks_itself = index in asked
            if question is None or (question.line - 1 >= index - 1 and not asks_itself):
                continue
            span = source.line_span(index)
            yield self.finding(
                document,
                span,
                f"the paragraph {quoted(source.slice(span))} belongs to the list item above it, "
                "expected a blank line between them",
                question=question,
                fix=_fix(source, document.path, index),
            )


def _suspects(lines: Sequence[str]) -> Iterator[int]:
    """The lines that begin with a letter, below an item that ends a sentence."""
    for index, (above, line) in enumerate(pairwise(lines), 1):
        if line[:1].isalpha() and _ends_item(above):
            yield index


def _fix(source: Source, path: str, index: int) -> Fix | None:
    """The blank line; None where more than the paragraph would leave the item, or turn into a question."""
    below = index
    while below < len(source.lines) and source.lines[below].strip():
        if parse_line(source.lines[below], space_delimits=False).number:
            return None
        below += 1
    following = next((line for line in source.lines[below:] if line.strip()), "")
    if following[:1] in (" ", "\t"):
        return None
    start = source.starts[index]
    return Fix("insert a blank line", (Edit(path, Span(start, start), "\n"),))


def _starts_sentence(line: str) -> bool:
    """Whether an unindented line begins with a capital, or with a letter of a script without them."""
    return bool(_CLOSING.match(line)) and not line[0].islower()


def _ends_item(line: str) -> bool:
    """Whether a line is an item of a list, and ends a sentence."""
    return line.rstrip(" \t").rstrip(_QUOTES).endswith(_ENDS) and bool(_ITEM.match(line))


def _closes_list(lines: list[str], index: int, asked: set[int]) -> bool:
    """Whether a line is directly under the last of at least two items of one line each."""
    above = index - 1
    if above in asked or not _ends_item(lines[above]):
        return False
    items = 0
    while above >= 0 and above not in asked and (_ITEM.match(lines[above]) or not lines[above].strip()):
        items += bool(lines[above].strip())
        above -= 1
    if items < 2 or (
        above >= 0 and above not in asked and lines[above + 1].strip() and _continues(lines, above)
    ):
        return False
    below = index
    while below < len(lines) and lines[below].strip():
        if below > index and _ITEM.match(lines[below]):
            return False
        below += 1
    while below < len(lines) and not lines[below].strip():
        below += 1
    return below in asked or below == len(lines) or not _ITEM.match(lines[below])


def _continues(lines: list[str], above: int) -> bool:
    """Whether the line above the items is the wrapped rest of another item."""
    return lines[above][:1] in (" ", "\t") and bool(lines[above].strip())
