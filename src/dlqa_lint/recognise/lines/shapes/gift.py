"""GIFT, the question format of Moodle, inside Markdown: `::Title:: What is x? {=a ~b}`."""

from collections.abc import Iterator, Sequence

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.shapes._lines import line_of
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_TITLE = regex(r"\s*::(?P<title>[^:\n]{1,200})::\s*(?P<text>\S.*)\Z")
_ANSWER = regex(r"(?<!\\)\{(?=\s*(?:[=~#}]|T(?:RUE)?\s*\}|F(?:ALSE)?\s*\}|\Z))")


def find(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The questions of a document in GIFT; without titles only where other ones have them.

    ::Phobos:: Phobos orbits {=Mars ~Jupiter ~Neptune}.
    """
    if "::" not in source.text or "{" not in source.text:
        return
    lines = _outside_code(source, blocks)
    titled = {line for line in lines if "::" in source.lines[line] and _TITLE.match(source.lines[line])}
    if not any(_ANSWER.search(source.lines[line]) for line in titled):
        return
    answered = min(titled) - 1
    for line in lines:
        if line <= answered:
            continue
        said = source.lines[line]
        match = _TITLE.match(said) if line in titled else None
        brace = _ANSWER.search(said)
        if match is None and (brace is None or not said[: brace.start()].strip()):
            continue
        answered = _closes(source, line, brace.start()) if brace else line
        at = match.start("text") if match else 0
        yield _question(source, line, at, brace.start() if brace else -1, end=answered)


def _outside_code(source: Source, blocks: Sequence[Block]) -> list[int]:
    """The lines that are not code; what is fenced as GIFT is read."""
    code: set[int] = set()
    for block in blocks:
        if block.kind == "fence":
            code.update(range(block.first, block.end))
            if block.text.strip().lower() == "gift":
                code.difference_update(range(block.first + 1, block.end - 1))
    return [line for line in range(len(source.lines)) if line not in code]


def _question(source: Source, line: int, at: int, brace: int, *, end: int) -> Candidate:
    """The words before a brace; where they continue after it, the brace is a gap in them."""
    said, start = source.lines[line], source.starts[line]
    goes_on = brace >= 0 and "}" in said[brace:] and bool(said[said.rfind("}") + 1 :].strip(" ."))
    text = said[at:] if brace < 0 or goes_on else said[at:brace]
    first = start + at + len(text) - len(text.lstrip())
    words = Span(first, max(first, start + at + len(text.rstrip())))
    template = "::Title:: {text}" if at else "{text} {=}"
    body = Span(start + brace, source.line_span(end).end) if brace >= 0 else None
    return line_of(source, "directive", template, words, body=body, start=start)


_MOST_LINES = 40
"""So many lines the answers of a question may take. Set by hand."""


def _closes(source: Source, line: int, brace: int) -> int:
    """The line at which a brace closes, one of the next forty; else its own."""
    if "}" in source.lines[line][brace:]:
        return line
    for below in range(line + 1, min(line + _MOST_LINES, len(source.lines))):
        said = source.lines[below]
        if said.lstrip().startswith("}") or "}" in said:
            return below
        if not said.strip():
            return line
    return line
