"""Keys of quizzes with sub-headings: each names the section whose questions the entries below it answer."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.model.bank import Key, Question
from dlqa_lint.text.blocks import Block, plain
from dlqa_lint.text.source import Source, Span

_LEVELS = 6


class Part(NamedTuple):
    """A heading with what is below it: its level, its words, its own characters, and those of both."""

    level: int
    words: str
    heading: Span
    span: Span


def by_section(
    source: Source, blocks: Sequence[Block], key: Key, asked: Sequence[Question]
) -> tuple[Key, ...]:
    """The keys of the sections that a key's sub-headings name; the key itself where its numbers tell enough.

    Only where numbers come again do they need the section, and only below sub-headings can it be told.
    """
    numbers = (entry.number for entry in key.entries)
    values = (question.number.value for question in asked if question.number)
    if max(*Counter(numbers).values(), *Counter(values).values(), 0, 0) < 2:
        return (key,)
    parts = _parts(source, blocks, Span(key.since, key.span.end))
    inside = [entry.span.start for entry in key.entries]
    places = [question.span.start for question in asked]
    sections = [part for part in parts if part.span.start < key.span.start and _holds(part, places)]
    below = [part for part in parts if part.span.start > key.span.start and _holds(part, inside)]
    level = min((part.level for part in below), default=0)
    named = [part for part in below if part.level == level]
    return tuple(_narrowed(key, *pair) for pair in _matched(named, sections)) or (key,)


def _matched(named: Sequence[Part], sections: Sequence[Part]) -> list[tuple[Part, Part]]:
    """Sub-headings and the sections that they name: by their words, or else by their order.

    Only where a level has as many sections as there are sub-headings does the order tell anything.
    """
    told, said = Counter(part.words for part in named), Counter(part.words for part in sections)
    by_words = {part.words: part for part in sections if part.words and said[part.words] == 1}
    levels = ([part for part in sections if part.level == level] for level in range(1, _LEVELS + 1))
    in_order = next((level for level in levels if len(level) == len(named)), None)
    found = []
    for at, part in enumerate(named):
        section = by_words.get(part.words) if told[part.words] == 1 else None
        if section is None and in_order is not None:
            section = in_order[at]
        if section is not None:
            found.append((part, section))
    return found


def _narrowed(key: Key, part: Part, section: Part) -> Key:
    """What a key says below one of its sub-headings, for the questions of the section that it names."""
    entries = tuple(entry for entry in key.entries if part.span.start <= entry.span.start < part.span.end)
    until = min(section.span.end, key.span.start)
    return key._replace(heading=part.heading, since=section.span.start, until=until, entries=entries)


def _parts(source: Source, blocks: Sequence[Block], within: Span) -> list[Part]:
    """The headings in a part of a document; each reaches to the next one of its level or above."""
    following = [within.end] * (_LEVELS + 1)
    found = []
    for block in reversed(blocks):
        start = source.starts[block.first]
        if block.kind == "heading" and not block.depth and within.start <= start < within.end:
            end = min(following[: block.level + 1])
            following[block.level] = start
            heading = source.lines_span(block.first, block.end)
            found.append(
                Part(block.level, vocabulary.unnumbered(plain(block.text)), heading, Span(start, end))
            )
    return found[::-1]


def _holds(part: Part, places: Sequence[int]) -> bool:
    """Whether one of some places, which are in order, is in a part."""
    return bisect_left(places, part.span.start) < bisect_left(places, part.span.end)
