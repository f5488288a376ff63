"""Exercises of MyST and `<quiz>` blocks: a frame around words that ask."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.shapes._lines import first_words, line_of, titled
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_EXERCISE = regex(r"\{(?:exercise|exercise-start|problem|question|challenge)\}[ \t]*(?P<title>.*)")
_END = regex(r"\s*[`:]{3,}\s*\{(?:exercise-end|solution)")
_QUIZ = regex(r"\s*<\??(?:quiz|question)\b[^<>]{0,200}>\s*\Z")
_QUIZ_END = regex(r"\s*(?:</(?:quiz|question)>|<\?/quiz\?>)")


def find(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The title or the first words of each exercise and quiz block."""
    text = source.text
    if "{exercise" in text or "{problem}" in text or "{question}" in text or "{challenge}" in text:
        ends = [line for line, said in enumerate(source.lines) if _END.match(said)]
        for block in blocks:
            match = _EXERCISE.match(block.text) if block.kind == "fence" else None
            if match:
                yield from _exercise(source, block, match["title"].strip(), ends)
    if "<quiz" in text or "<question" in text or "<?quiz" in text:
        yield from _quizzes(source, blocks)


def _exercise(source: Source, block: Block, title: str, ends: Sequence[int]) -> Iterator[Candidate]:
    """The exercise of a fence; one that is only opened there continues to where it ends.

    ```{exercise-start}
    :label: sum
    ```
    """
    first, last = block.first + 1, block.end - 1
    inside = first_words(source, first, last)
    if "{exercise-start}" in block.text and inside is None:
        at = bisect_left(ends, block.end)
        first, last = block.end, ends[at] if at < len(ends) else len(source.lines)
        inside = first_words(source, first, last)
    end = source.lines_span(first, last).end
    place = source.lines[block.first].rfind(title)
    if title and place >= 0:
        start = source.starts[block.first] + place
        body = Span(source.line_span(block.first).end, max(end, source.line_span(block.first).end))
        words = Span(start, start + len(title))
        yield titled(source, block.first, words, "```{exercise} {text}", body)
    elif inside:
        body = Span(inside.end, max(end, inside.end))
        yield line_of(source, "directive", "```{exercise}\n{text}", inside, body=body)


def _quizzes(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The words of `<quiz>` blocks; each ends at its closing tag, or where the next one begins."""
    code = {line for b in blocks if b.kind == "fence" for line in range(b.first, b.end)}
    tags = [
        (line, bool(_QUIZ.match(said)))
        for line, said in enumerate(source.lines)
        if "<" in said and line not in code and (_QUIZ.match(said) or _QUIZ_END.match(said))
    ]
    for (line, opens), (below, _) in pairwise([*tags, (len(source.lines), False)]):
        words = first_words(source, line + 1, below, headings=True) if opens else None
        if words:
            end = source.lines_span(line, below).end
            body = Span(words.end, max(end, words.end))
            yield line_of(source, "directive", "<quiz>\n{text}", words, body=body)
