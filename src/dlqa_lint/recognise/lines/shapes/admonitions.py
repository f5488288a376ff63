"""Admonitions of Python-Markdown whose title may ask: `??? question "How do I renew?"`."""

from collections.abc import Iterator, Sequence

from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.shapes._lines import text_lines, titled
from dlqa_lint.recognise.lines.shapes.containers import NAMES
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_OPENER = regex(
    rf"(?P<indent>\s*)(?P<mark>\?\?\?\+?|!!!)\s+(?:(?:(?P<asks>{NAMES})|note|info|tip|example|success|abstract|help|hint)\b"
    r"[^\"“]{0,60})?[\"“](?P<title>[^\"”]+)[\"”]\s*\Z"
)


def find(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The titles of the admonitions of a document that are made for questions, or that fold and ask.

    `!!! info "Dates"` is a remark, and so is `??? note "All dates"`; `??? note "Which dates?"` hides an answer.
    """
    if "??? " not in source.text and "???+" not in source.text and "!!!" not in source.text:
        return
    indents = _indents(source)
    ends = _ends(indents)
    for line in text_lines(source, blocks):
        said = source.lines[line]
        match = _OPENER.match(said) if said.lstrip().startswith(("???", "!!!")) else None
        if match and (match["asks"] or (match["mark"] != "!!!" and as_question(match["title"]) == 1)):
            start, end = source.starts[line] + match.start("title"), source.line_span(line).end
            words = Span(start, start + len(match["title"].rstrip()))
            body = Span(end, max(end, source.line_span(ends[line] - 1).end))
            yield titled(source, line, words, f'{match["mark"]} "{{text}}"', body)


def _indents(source: Source) -> list[int]:
    """How far each line is indented, -1 for one without words."""
    return [len(line) - len(line.lstrip()) if line.strip() else -1 for line in source.lines]


def _ends(indents: Sequence[int]) -> list[int]:
    """For each line, the first line after it with words that is indented no further; one pass from below."""
    ends = [len(indents)] * len(indents)
    deeper: list[int] = []
    for line in range(len(indents) - 1, -1, -1):
        if indents[line] < 0:
            continue
        while deeper and indents[deeper[-1]] > indents[line]:
            deeper.pop()
        ends[line] = deeper[-1] if deeper else len(indents)
        deeper.append(line)
    return ends
