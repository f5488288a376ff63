"""Groups: the lines of a document that are written alike."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.model.numbers import value_of
from dlqa_lint.model.question import ITEMS
from dlqa_lint.recognise.choice.counting import filling, sequence_of
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import FULL_STOPS, PICTURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dlqa_lint.recognise.choice.keys import Key
    from dlqa_lint.recognise.choice.page import Page
    from dlqa_lint.recognise.lines import Candidate
    from dlqa_lint.text.blocks import Block

_PICTURES = regex(rf"\A[\s{PICTURES}]+")
_TITLE = regex(r"\*\*[^*\n]{1,60}(?:\*\*\s?[:：.。]|[:：.。]\*\*|\*\*\s[-–—])\s*(?=\S)")
_BETWEEN_SENTENCES = regex(rf"(?<=[{FULL_STOPS}!])\s+(?=[^\W\d_])")
_BEHIND_A_TITLE = " \t.:：。-–—"
"""What separates a bold title from the words behind it."""

_UNTITLED = ("plain", "prompt")
"""The kinds of lines that need no title above them."""

DEEPEST = 7
"""One more than the deepest level of a heading: every heading ends what is below a line that is none."""


class Group:
    """The lines of one key in document order, with what reasons want to know about each of them.

    All sequences run parallel to `lines`. A group with one line is a group.
    """

    def __init__(self, key: Key, lines: Sequence[Candidate], page: Page) -> None:
        self.key = key
        self.lines = lines
        self.page = page
        self.features: dict[str, Sequence[float]] = {}
        """What reasons about lines said of the lines, by the names of these reasons."""

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def texts(self) -> list[str]:
        """The words of each line as a reader sees them."""
        return [" ".join(plain(line.text).split()) for line in self.lines]

    @cached_property
    def names(self) -> list[str]:
        """The words of each line without case, outer punctuation and pictures before them."""
        return [vocabulary.bare(_PICTURES.sub("", text)) for text in self.texts]

    @cached_property
    def likeness(self) -> list[float]:
        """How much each line reads like a question: 1 surely, 0.4 as a tutorial might put it.

        Behind a number, an order may have a title of its own: `4. **Planar graphs**: Prove that …`, or
        `**4. Planar graphs.** Prove that …`.
        """
        return [
            max(as_question(text), self._likeness_behind_a_title(line), self._likeness_of_a_task(line, zone))
            for line, text, zone in zip(self.lines, self.texts, self.zones, strict=True)
        ]

    def _likeness_of_a_task(self, line: Candidate, zone: int) -> float:
        """How much a later sentence of a numbered item is like an order, below a heading that announces questions.

        1. A buoy has drifted away. Find it on the chart.
        """
        if line.kind != "item" or not line.number or zone not in self.page.announcing:
            return 0.0
        blocks = self.page.blocks[line.block : line.block + 2]
        said = " ".join(plain(blocks[-1].text).split()) if blocks[-1].kind == "paragraph" else ""
        return max(map(as_question, _BETWEEN_SENTENCES.split(said)[1:]), default=0.0)

    def _likeness_behind_a_title(self, line: Candidate) -> float:
        if not line.number or line.kind not in ("item", "paragraph"):
            return 0.0
        if line.emphasised:
            source = self.page.source
            line_end = source.line_span(source.line_index(line.span.end)).end
            said = source.text[line.span.end : line_end].lstrip(_BEHIND_A_TITLE)
            return as_question(plain(said))
        title = _TITLE.match(line.text) if line.kind == "item" else None
        return as_question(plain(line.text[title.end() :])) if title else 0.0

    @cached_property
    def asking(self) -> list[bool]:
        """Whether each line surely reads like a question."""
        return [likeness == 1 for likeness in self.likeness]

    @cached_property
    def asking_share(self) -> float:
        """The share of the lines that surely read like questions."""
        return sum(self.asking) / len(self.lines)

    @property
    def labelled(self) -> bool:
        """Whether a word is before the number of each line, or alone; a symbol as in `#3` does not count."""
        return self.key.label not in ("", "#")

    @cached_property
    def answer_markers(self) -> list[int]:
        """How many answer markers are below each line."""
        return self.counted(self.page.marks)

    @property
    def answered_share(self) -> float:
        """The share of the lines with an answer marker below."""
        return sum(count > 0 for count in self.answer_markers) / len(self.lines)

    @cached_property
    def is_title(self) -> bool:
        """Whether it is the heading that the document begins with, and no other one that might ask is as high."""
        headings = self.page.headings
        if self.key.kind != "heading" or len(self) > 1 or not headings:
            return False
        at, level = headings[0]
        parted = self.key._replace(silent=True)
        beside = {start for other in self.page.groups if other.key == parted for start in other.starts}
        return self.starts == [at] and all(other > level or at in beside for at, other in headings[1:])

    @cached_property
    def opens_file(self) -> bool:
        """Whether it is one plain line, and the document begins with it."""
        first = self.page.block_below(0, self.page.length)
        alone = self.key.kind in _UNTITLED and len(self) == 1
        return alone and first is not None and self.starts == [first.start]

    @cached_property
    def surely(self) -> float:
        """How surely the lines are questions, as far as they show it themselves."""
        return max(self.asking_share, self.answered_share, float(self.labelled))

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [line.span.start for line in self.lines]

    @cached_property
    def ends(self) -> list[int]:
        """Where what is below each line ends: at the next line of the group, at a heading as high, or with its item."""
        own = set(self.starts)
        level = self.key.level if self.key.kind == "heading" else DEEPEST
        closing = [at for at, depth in self.page.closing if depth <= level and at not in own]
        ends = []
        for line, following in zip(self.lines, [*self.starts[1:], self.page.length], strict=True):
            at = bisect_right(closing, line.span.start)
            end = min(following, closing[at]) if at < len(closing) else following
            end = min(end, self.page.item_end(line))
            ends.append(max(line.body_end if line.body_at >= 0 else end, line.span.end))
        return ends

    @cached_property
    def sizes(self) -> list[int]:
        """How many visible characters there are below each line."""
        return [self.page.visible(start, end) for start, end in zip(self.starts, self.ends, strict=True)]

    @property
    def said(self) -> int:
        """How many characters the lines and what is below them have."""
        return sum(self.sizes) + sum(map(len, self.texts))

    @cached_property
    def covered(self) -> float:
        """The share of the document that the lines and what is below them are.

        Sections beside them that hold other questions, or links, are not counted.
        """
        beside = self.key._replace(silent=True)
        apart = self.key.kind == "heading" and self.key != beside
        others = sum(group.said for group in self.page.groups if apart and group.key == beside)
        return min(1.0, self.said / max(self.page.size - others, 1))

    @cached_property
    def first_blocks(self) -> list[Block | None]:
        """The block right below each line; None for list items, and where nothing is below."""
        return [
            None if line.kind == "item" else self.page.block_below(line.span.end, end)
            for line, end in zip(self.lines, self.ends, strict=True)
        ]

    @cached_property
    def values(self) -> list[tuple[int, ...]]:
        """The value of each line's number, (0,) where it has none."""
        return [value_of(line.number) if line.number else (0,) for line in self.lines]

    @cached_property
    def breaks(self) -> list[int]:
        """The offsets of the headings at which the group's numbers may start again."""
        own = set(self.starts)
        higher = self.key.level if self.key.kind == "heading" else DEEPEST
        return [at for at, level in self.page.headings if at not in own and level < higher]

    @cached_property
    def counted_through(self) -> float:
        """The share of the steps between its numbers that go up by one, from the first line to the last."""
        return sequence_of(self.lines, ())

    @cached_property
    def counted_in_sections(self) -> float:
        """The same where a count may start again at a heading."""
        return sequence_of(self.lines, self.breaks)

    @cached_property
    def zones(self) -> list[int]:
        """The offset of the heading above each line, -1 above the first heading."""
        own = set(self.starts)
        others = [at for at, _ in self.page.headings if at not in own]
        return [others[at - 1] if (at := bisect_right(others, start)) else -1 for start in self.starts]

    @cached_property
    def lists(self) -> list[tuple[int, int]]:
        """What tells the list that holds each line: the heading above it and its list's block."""
        blocks = self.page.blocks
        parents = [
            blocks[line.block].parent if line.kind in ITEMS and line.block >= 0 else -1 for line in self.lines
        ]
        return list(zip(self.zones, parents, strict=True))

    @cached_property
    def segments(self) -> list[list[int]]:
        """The indexes of the lines, cut where a number does not rise and where another section begins."""
        found: list[list[int]] = []
        for index, (value, zone) in enumerate(zip(self.values, self.zones, strict=True)):
            rises = found and value > self.values[index - 1]
            if found and rises and zone == self.zones[index - 1]:
                found[-1].append(index)
            else:
                found.append([index])
        return found

    @cached_property
    def times(self) -> Counter[str]:
        """How often each line's words come in the group."""
        return Counter(self.names)

    @cached_property
    def others_asking(self) -> list[int]:
        """The offsets of the lines of other groups that read like questions, in order."""
        return sorted(
            start
            for other in self.page.groups
            if other is not self
            for start, asks in zip(other.starts, other.asking, strict=True)
            if asks
        )

    def filling(self, other: Group) -> list[int]:
        """The indexes of the lines whose numbers another group leaves out, or that continue where it ends."""
        mine, others = (
            zip(self.starts, self.values, strict=True),
            zip(other.starts, other.values, strict=True),
        )
        return filling(list(mine), list(others))

    def counted(self, places: Sequence[int]) -> list[int]:
        """How many of some sorted offsets are below each line."""
        return [
            bisect_left(places, end) - bisect_left(places, start)
            for start, end in zip(self.starts, self.ends, strict=True)
        ]

    def inside(self, other: Group) -> list[bool]:
        """Whether each line is below a line of another group."""
        openings = [line.span.end for line in other.lines]
        found = []
        for start in self.starts:
            at = bisect_right(openings, start) - 1
            found.append(at >= 0 and start < other.ends[at])
        return found
