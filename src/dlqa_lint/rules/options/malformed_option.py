"""malformed-option: an option whose checkbox is broken."""

import re
from collections.abc import Iterator

from dlqa_lint.model.bank import Document, Question
from dlqa_lint.model.finding import Edit, Finding, Fix
from dlqa_lint.rule import DocumentRule, quoted
from dlqa_lint.text import marks
from dlqa_lint.text.inline import mask_code
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_BOX = regex(
    r"(?P<bullet>[-*+]|\d+[.)])(?P<gap>[ \t]*)"
    rf"\[(?P<mark>[ \t]*[{marks.BOX_MARKS}]?[ \t]*)\](?P<space>[ \t]*)(?=[^\s(\[:])"
)
_FENCE = regex(r"\s*(?:[-*+]\s+)?(```|~~~)")


class MalformedOption(DocumentRule):
    """An option's checkbox is broken: `- []`, `- [X ]`, `-[x]`, or no space after it.

    Readers see brackets in the place of a box, and programs that read the quiz overlook the option. Only
    lines beside well-formed checkboxes of the same question are meant.

    Example:
        - [x] a list
        - [ ]a tuple

    Repair:
        - [x] a list
        - [ ] a tuple

    Fix: Writes the box with one character inside and spaces around it. It is unsafe where the line was not
    read as an option before, for then the question gains one; else it is safe.

    Schema: `options.form`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        for question in document.questions:
            if any("[{mark}]" in option.form for option in question.options):
                yield from self._question(document, question)

    def _question(self, document: Document, question: Question) -> Iterator[Finding]:
        source, known = document.source, {option.span.start for option in question.options}
        first = source.line_index(question.span.end)
        last = source.line_index(max(option.span.end for option in question.options))
        fenced = False
        for line in range(first, min(last + 2, len(source.lines))):
            fenced ^= bool(_FENCE.match(source.lines[line]))
            content = source.lines[line].lstrip()
            match = _BOX.match(mask_code(content)) if not fenced else None
            start = source.starts[line] + len(source.lines[line]) - len(content)
            if match and match.group() != _right(match) and start < question.body.end:
                span = Span(start, start + match.end())
                made = Fix(
                    f"write {quoted(_right(match))}",
                    (Edit(document.path, span, _right(match)),),
                    start in known,
                )
                expected = quoted(_right(match).strip())
                message = f"the option {quoted(content)} has a broken checkbox, expected {expected}"
                yield self.finding(document, source.line_span(line), message, question=question, fix=made)


def _right(match: re.Match[str]) -> str:
    """The box as it should be; several spaces around it are a matter of taste."""
    mark = match.group("mark").strip() or " "
    return f"{match.group('bullet')}{match.group('gap') or ' '}[{mark}]{match.group('space') or ' '}"
