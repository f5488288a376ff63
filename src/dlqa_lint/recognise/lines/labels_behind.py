"""Labels that follow the number and stand alone (`## 1. feladat`, `## 1번 문제`): the words are below them."""

from collections import Counter
from collections.abc import Sequence

from dlqa_lint.language import vocabulary
from dlqa_lint.recognise.lines.labels_alone import with_words_below
from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

_WORD = regex(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")
_FEWEST = 2
"""A heading with such a word that has no second one may name a section: `## 2. Problem`."""

_KINDS = ("heading", "paragraph")


def with_labels_behind(
    source: Source, blocks: Sequence[Block], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """The candidates; the word for a question that follows the number in several lines is their label."""
    read = {at: found for at, line in enumerate(candidates) if (found := _labelled(line))}
    times = Counter((found.kind, found.level, found.label) for found in read.values())
    told = list(candidates)
    for at, found in read.items():
        if times[found.kind, found.level, found.label] >= _FEWEST:
            below = with_words_below(source, blocks, found.block, found)
            told[at] = below if below is not found else candidates[at]
    return told


def _labelled(line: Candidate) -> Candidate | None:
    """A line with the word behind its number as its label, if it begins with one."""
    if line.kind not in _KINDS or not line.number or line.label:
        return None
    match = _WORD.match(line.text)
    if match is None or not vocabulary.is_question_label(match.group()):
        return None
    rest = line.text[match.end() :]
    start = line.text_span.start + match.end()
    return line._replace(
        template=line.template.replace("{text}", match.group() + " {text}"),
        label=match.group().lower(),
        text=rest.lstrip(),
        text_span=Span(start + len(rest) - len(rest.lstrip()), line.text_span.end),
    )
