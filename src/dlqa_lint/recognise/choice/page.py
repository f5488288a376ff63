"""A page: a document as reasons see it, its lines in groups and what lies between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import announces, as_question
from dlqa_lint.recognise.body.answer_markers import is_answer_heading, marker_at
from dlqa_lint.recognise.choice.group import Group
from dlqa_lint.recognise.choice.keys import grouped
from dlqa_lint.recognise.choice.split_groups import split_groups
from dlqa_lint.recognise.document.inner_links import squeezed
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.marks import BOXES, EMPTY_BOX
from dlqa_lint.text.paths import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dlqa_lint.recognise.choice.reading import Reading
    from dlqa_lint.recognise.lines import Candidate
    from dlqa_lint.text.blocks import Block
    from dlqa_lint.text.source import Source


_OPENER = regex(r"\s*:{3,}\s*\{?\.?(?:challenge|exercise|question|quiz|problem|task)\b")
_INNER_LINK = regex(r"\]\(<?#([^)\s>]{1,300})")
_INNER_TAG = regex(r"\bhref\s?=\s?[\"']#([^\"'\s]{1,300})", re.IGNORECASE)
_OWN_NUMBER = regex(r"\A\W{0,3}\d{1,3}(?:\.\d{1,3}){0,3}[.):、]?\s+")
_COMMENT = regex(r"\s*<!--(?:(?!-->).)*-->\s*", re.DOTALL)
_OPEN_TITLES = frozenset(vocabulary.OPEN_TITLES)
_NAMES = 2
"""The names that speak for a document: its file and the folder of that."""

_WHOLE = ("readme", "index", "_index", "contents")
"""The files that speak for their folder."""

_NEAR = 2
"""So many folders around a file speak for it, wherever they lie: the path may be given from anywhere. Set by hand."""

_CAPTION = 40
"""The most characters of a list's caption; a longer one is a sentence. Set by hand."""

_CAPTION_WORDS = 3
"""The most words of a list's caption: *Frequent interview questions*. Set by hand."""

_FEWEST_LABELLED = 3
"""This many labelled lines show that questions are labelled here; two may be figures or tables."""

_ANSWERED = 0.8
"""The share of them that have an answer marker below; in a bank a few may still be unanswered."""

_BLANK_LINES = 3
"""At most this many blank lines separate a container's opening from its first line. Set by hand."""


class Page:
    """A document's groups of lines, and where its headings, answers and boxes are.

    `headings` are the offsets and levels of all headings outside of lists and quotes, `closing` of those that open no
    answer, `asking_headings` the offsets of those that are numbered, labelled or read like a question.
    `length` is the length of the text.
    """

    def __init__(self, reading: Reading) -> None:
        self.source = reading.source
        self.names = "/".join(slashed(reading.source.path).split("/")[-_NAMES:])
        self.blocks: Sequence[Block] = reading.blocks
        self.announced = reading.announced
        self.headings = reading.headings
        self.closing = [(at, level) for at, level, _ in reading.closing]
        self.length = len(reading.source.text)
        self.details = reading.details
        self.asking_headings = {
            line.span.start
            for line in reading.candidates
            if line.kind == "heading" and (line.number or line.label or as_question(plain(line.text)) == 1)
        }
        alike = grouped(reading.candidates, _framed(reading.source)).items()
        self.marks, self.ticks, self.boxes = _signals(reading)
        self.groups = split_groups(Group(key, lines, self) for key, lines in alike)

    @cached_property
    def _visible(self) -> list[int]:
        """The visible characters before each line of the source."""
        return [0, *accumulate(len(line) - line.count(" ") for line in self.source.lines)]

    @property
    def size(self) -> int:
        """The visible characters of the document."""
        return self._visible[-1]

    def visible(self, start: int, end: int) -> int:
        """The visible characters on the lines after that of an offset, up to the line before another one."""
        if end <= start:
            return 0
        first, last = self.source.line_index(start), self.source.line_index(end - 1)
        return self._visible[last + 1] - self._visible[first + 1] if last > first else 0

    @cached_property
    def announcing(self) -> set[int]:
        """The offsets of the headings that announce questions; *open questions* are those of the authors."""
        return {
            at
            for at, text in self.heading_texts.items()
            if announces(text) and not vocabulary.matches_any(text, _OPEN_TITLES)
        }

    @cached_property
    def captioned_lists(self) -> set[int]:
        """The indexes of the lists right below a paragraph of a few words that announces questions.

        Questions:
        - Create a volume.
        """
        found = set()
        above = None
        for index, block in enumerate(self.blocks):
            if block.depth == 0:
                if block.kind == "list" and above is not None and _captions(above):
                    found.add(index)
                above = block if block.kind == "paragraph" else None
        return found

    @cached_property
    def rules(self) -> set[int]:
        """The offsets of the lines of the thematic breaks outside of lists and quotes."""
        return {
            self.source.starts[block.first]
            for block in self.blocks
            if block.kind == "rule" and block.depth == 0
        }

    @cached_property
    def answered_labels(self) -> list[Group]:
        """The groups whose labels and answers show that questions are labelled in this document."""
        return [
            group
            for group in self.groups
            if group.labelled and len(group) >= _FEWEST_LABELLED and group.answered_share >= _ANSWERED
        ]

    def item_end(self, line: Candidate) -> int:
        """Where the item that holds an inner item ends, and so all that is below the inner one; else the text's end."""
        if line.kind != "item" or not line.level or line.block < 0:
            return self.length
        end = self.blocks[self.blocks[self.blocks[line.block].parent].parent].end
        return self.source.starts[end] if end < len(self.source.starts) else self.length

    @property
    def stem(self) -> str:
        """The name of the document's file, without its ending."""
        return self.names.rpartition("/")[2].rpartition(".")[0]

    @property
    def folder(self) -> str:
        """The name of the folder that the document's file is in, as far as the path tells."""
        return self.names.rpartition("/")[0]

    @cached_property
    def among_questions(self) -> bool:
        """Whether the file lies in a folder of questions, and does not speak for the folder."""
        *folders, _ = slashed(self.source.path).split("/")
        near = any(map(vocabulary.FILE_NAME_WORDS.search, folders[-_NEAR:]))
        return near and self.stem.casefold() not in _WHOLE

    @cached_property
    def called(self) -> str:
        """What the document is called: the name of its file, and its first heading."""
        return f"{self.stem} {next(iter(self.heading_texts.values()), '')}"

    @cached_property
    def _margin(self) -> tuple[list[int], list[Block]]:
        """The blocks outside of lists and quotes, and where they begin."""
        found = [
            block
            for block in self.blocks
            if block.depth == 0 and block.kind != "front-matter" and not _is_comment(block)
        ]
        return [self.source.starts[block.first] for block in found], found

    def block_below(self, start: int, end: int) -> Block | None:
        """The first block outside of lists and quotes that begins in [start, end), or None."""
        starts, found = self._margin
        at = bisect_left(starts, start)
        return found[at] if at < len(starts) and starts[at] < end else None

    @cached_property
    def _targets(self) -> Counter[str]:
        """Where the links inside the document lead, and how many do."""
        text = self.source.text
        found = [*_INNER_LINK.findall(text), *(_INNER_TAG.findall(text) if "href" in text.lower() else ())]
        return Counter(filter(None, map(squeezed, found)))

    def is_linked(self, line: Candidate) -> bool:
        """Whether a link inside the document leads to a heading."""
        if line.kind != "heading" or not self._targets:
            return False
        whole = squeezed(plain(self.source.lines[line.line]))
        return whole in self._targets or squeezed(plain(line.text)) in self._targets

    def is_listed_again(self, line: Candidate) -> bool:
        """Whether links inside the document lead to two headings of the words of one, `#price` and `#price-1`."""
        words = squeezed(plain(line.text)) if line.kind == "heading" else ""
        return self._targets[words] + self._targets[words + "1"] > 1

    @cached_property
    def one_question(self) -> Group | None:
        """The group of a title such as `# Question 12` with the question below it: the file is one question."""
        title = next((group for group in self.groups if group.is_title), None)
        if title is None or not (title.labelled and title.key.numbered):
            return None
        return title if "\n" in title.lines[0].template else None

    @cached_property
    def heading_texts(self) -> dict[int, str]:
        """The words of each heading outside of lists and quotes without its number, by its offset."""
        return {
            self.source.starts[block.first]: _OWN_NUMBER.sub("", plain(block.text))
            for block in self.blocks
            if block.kind == "heading" and block.depth == 0
        }


def _captions(block: Block) -> bool:
    """Whether a paragraph is no more than what a list is called that asks."""
    said = plain(block.text).strip("*_ ")
    return (
        said[:1].isalpha() and len(said) <= _CAPTION and said.count(" ") < _CAPTION_WORDS and announces(said)
    )


def _is_comment(block: Block) -> bool:
    """Whether a block is a comment alone, which no reader sees."""
    return block.kind == "html" and bool(_COMMENT.fullmatch(block.text))


def _framed(source: Source) -> frozenset[int]:
    """The indexes of the lines that are the first in a container for exercises, such as `::: challenge`."""
    if ":::" not in source.text:
        return frozenset()
    openers = [index for index, line in enumerate(source.lines) if _OPENER.match(line)]
    following = (range(at + 1, min(at + 2 + _BLANK_LINES, len(source.lines))) for at in openers)
    firsts = (next((index for index in lines if source.lines[index].strip()), None) for lines in following)
    return frozenset(index for index in firsts if index is not None)


def _markers(source: Source, block: Block) -> Iterator[int]:
    """The offsets of the lines of a paragraph that open an answer; it may be glued to its question.

    **Q: What is a neap tide?**
    A: One that rises little.
    """
    for at, line in enumerate(block.text.split("\n")):
        if marker_at(line.lstrip() if at else line, heading=False):
            yield source.starts[block.first + at] if at else block.start


def _signals(reading: Reading) -> tuple[list[int], list[int], list[int]]:
    """The offsets of answer markers and `<details>` that reveal, of ticked boxes, and of empty ones."""
    marks = [detail.start for detail in reading.details if detail.reveals]
    ticks: list[int] = []
    boxes: list[int] = []
    for block in reading.blocks:
        if block.kind == "heading" and is_answer_heading(block.text):
            marks.append(block.start)
        elif block.kind == "paragraph" and block.text.startswith(BOXES):
            (boxes if block.text.startswith(EMPTY_BOX) else ticks).append(block.start)
        elif block.kind == "paragraph":
            marks.extend(_markers(reading.source, block))
    return sorted(marks), ticks, boxes
