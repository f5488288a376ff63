"""Evidence that a group of lines asks the questions of a document: what is counted, and how much it says."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from dlqa_lint.language import vocabulary
from dlqa_lint.language.question_likeness import as_question
from dlqa_lint.model.numbers import value_of
from dlqa_lint.recognise.choice.groups import PROSE, group_of
from dlqa_lint.recognise.lines import Candidate
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.lazy_regex import regex

_PLACEHOLDERS = frozenset(vocabulary.PLACEHOLDERS)
_SIGN = regex(rf"[{marks.QUESTION_MARKS}吗嗎か까]")
_STRONG = 0.6
"""The least evidence for which a group of lines is taken for questions; chosen on the labelled banks."""

_ASKS = 0.2
"""The least share of lines that ask for which the other evidence counts at all."""

_STRONG_OF_FEW = 0.7
"""The same for a handful of lines, which may ask by chance."""

Announced = Literal["title", "opening", ""]
"""Where a document says that it is a bank."""


class Signals(NamedTuple):
    """Offsets of what only answers have, in order: `marks` (markers, `<details>`) and boxes.

    Plans and reports tick boxes as well, so that `ticks` count only below lines that ask or are labelled, or
    where there is one among the empty `boxes` below each line.
    """

    marks: Sequence[int]
    ticks: Sequence[int] = ()
    boxes: Sequence[int] = ()


class Evidence(NamedTuple):
    """What speaks for a group of lines being the questions; every figure but the counts is a share.

    `bodied` counts the lines that have something below them; `prose` marks plain list items, which say
    anything.
    """

    count: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    asking: float
    labelled: bool
    answered: float
    sequence: float
    announced: bool
    bodied: int = 0
    prose: bool = False

    @property
    def weight(self) -> float:
        """How sure it is that these are questions, 0 to 1: independent reasons add up as chances do."""
        doubt = 1 - 0.75 * self.asking
        doubt *= 1 - 0.8 * self.labelled
        doubt *= 1 - 0.6 * self.answered
        doubt *= 1 - 0.35 * self.announced
        doubt *= 1 - (0.35 if self.count >= 10 else 0.3) * (self.sequence >= 0.8 and self.count >= 3)
        return 1 - doubt

    @property
    def convincing(self) -> bool:
        """Whether the group may be taken for questions; a handful of lines must show more than a form."""
        listed = self.announced and self.sequence >= 0.8 and self.count >= 10
        if self.asking < (_ASKS if self.sequence else 0.5) and not (
            self.labelled or self.answered >= 0.5 or listed
        ):
            return False
        if self.prose and self.asking < 0.7 and self.answered < 0.5:
            return False
        if not (self.bodied or self.announced or self.labelled or self.sequence) and self.count < 10:
            return False  # a form to fill in: a few headings that ask, and nothing below them
        if self.count >= 3:
            return self.weight >= (_STRONG if self.count >= 6 else _STRONG_OF_FEW)
        sure = self.weight >= _STRONG_OF_FEW and (self.labelled or self.asking >= _ASKS)
        return sure and (self.answered >= 0.5 or (self.labelled and self.count == 2))


def weigh(
    members: Sequence[Candidate],
    signals: Signals,
    breaks: Sequence[int],
    *,
    announced: Announced,
    bodied: int = 0,
    quiz: bool = False,
) -> Evidence:
    """The evidence for a group; `breaks` are the offsets of section headings.

    What an introduction says in passing does not speak for lines that neither ask nor are answered. `quiz`
    tells that each line has one ticked box below it.
    """
    first = members[0]
    texts = [plain(member.text) for member in members]
    said = [text for text in texts if not vocabulary.matches_any(text, _PLACEHOLDERS)] or texts
    # "- What you tried" is no question: items that no bank announces must end in the sign of one.
    doubted = group_of(first)[:2] == PROSE and not announced
    asking = sum(min(as_question(text), 1 if not doubted or _SIGN.search(text) else 0.4) for text in said)
    asking /= len(said)
    labelled = bool(first.label) or first.bare_label or first.kind == "file"
    shown = [*signals.marks, *signals.ticks] if labelled or quiz or asking >= _ASKS else signals.marks
    # Installation guides fold their steps away as well.
    folded = first.kind == "summary" and (labelled or announced or asking >= _ASKS)
    answered = len(members) if folded or first.kind == "file" else _answered(members, sorted(shown), breaks)
    shows = labelled or asking >= 0.5 or answered * 2 >= len(members)
    return Evidence(
        len(members),
        asking,
        labelled,
        answered / len(members),
        sequence_of(members, breaks),
        announced == "title" or bool(announced and shows),
        bodied,
        group_of(first)[0] == "bullet",
    )


def _answered(members: Sequence[Candidate], shown: Sequence[int], breaks: Sequence[int]) -> int:
    """How many members have a sign of an answer below them."""
    starts = [member.span.start for member in members]
    last = bisect_right(breaks, starts[-1])
    ends = [*starts[1:], breaks[last] if last < len(breaks) else 1 << 60]
    return sum(
        bisect_left(shown, start) < bisect_left(shown, end) for start, end in zip(starts, ends, strict=True)
    )


def is_quiz(members: Sequence[Candidate], signals: Signals, headings: Sequence[tuple[int, int]]) -> bool:
    """Whether headings have several boxes right below them, of which one is ticked: a quiz, and no plan."""
    if not signals.ticks or len(members) < 3:
        return False
    starts = [at for at, _ in headings]
    ticks = Counter(starts[bisect_right(starts, at) - 1] for at in signals.ticks if at > starts[0])
    boxes = Counter(starts[bisect_right(starts, at) - 1] for at in signals.boxes if at > starts[0])
    alike = sum(ticks[m.span.start] == 1 and boxes[m.span.start] >= 1 for m in members)
    return alike >= 0.8 * len(members)


def sequence_of(members: Sequence[Candidate], breaks: Sequence[int]) -> float:
    """The share of steps between numbers that go up by one, or stay in lazy lists; breaks are free."""
    good = steps = 0
    for before, after in pairwise(members):
        if not (before.number and after.number):
            continue
        first, second = value_of(before.number), value_of(after.number)
        if second[-1] <= 1 and bisect_right(breaks, before.span.start) < bisect_left(
            breaks, after.span.start
        ):
            continue
        steps += 1
        good += second[-1] - first[-1] == 1 or (after.kind == "item" and first == second == (1,))
    return good / steps if steps else 0.0
